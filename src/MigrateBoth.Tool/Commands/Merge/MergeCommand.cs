using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Testing.Sharding;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Sessions;

namespace MigrateBoth.Tool.Commands.Merge;

/// <summary>Merges the parts of a suite that ran on several machines, with the current configuration.</summary>
internal sealed class MergeCommand(IReadOnlyList<string> paths, ProjectOptions project, CheckOptions check) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        // The same report as one run's.
        var frame = CheckFrame.Open("test", project, check, context);
        var parts = Files(context.Console.WorkingDirectory).Select(file => ShardFile.Read(Text(file), file)).OrderBy(part => part.Shard.Index).ToList();
        frame.Begin();
        var suite = ShardMerger.Merge(parts);
        var stage = TestsStage.Run(suite) with { Duration = TimeSpan.FromMilliseconds(parts.Select(part => part.Milliseconds).DefaultIfEmpty().Max()) };
        return frame.Write(frame.Empty with
        {
            Engines = parts.SelectMany(part => part.Servers).GroupBy(server => server.Key).ToDictionary(group => group.Key, group => group.First().Value),
            Stages = frame.Judge([stage]).Stages,
            Tests = suite.Tests,
            Provenance = await frame.ProvenanceAsync().ConfigureAwait(false) is { } here ? OfParts(here, parts) : null,
        });
    }

    /// <summary>The parts were made on other machines: the report is about the sources that are here only if all of them were.</summary>
    private static CheckProvenance OfParts(CheckProvenance here, List<ShardResults> parts)
    {
        var others = here.Inputs is { } inputs ? parts.Where(part => part.Inputs != inputs.Digest).Select(part => part.Shard.ToString()).ToList() : [];
        var unbuilt = parts.Where(part => part.NoBuild).Select(part => part.Shard.ToString()).ToList();
        var whole = here with
        {
            Filter = parts.Count > 0 ? parts[0].Filter : null,
            NotBuilt = unbuilt.Count == 0 ? null : $"part {string.Join(", ", unbuilt)} was run on a build that is not of its sources, or is not known to be",
        };
        return others.Count == 0
            ? whole
            : whole with { Inputs = null, Obstacle = $"part {string.Join(", ", others)} was run on other sources, or with another configuration, than those here" };
    }

    private IEnumerable<string> Files(string workingDirectory) =>
        from path in paths.Select(path => Path.GetFullPath(path, workingDirectory))
        from file in Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path]
        select file;

    private static string Text(string file)
    {
        if (!File.Exists(file))
        {
            throw new MigrateBothException(ExitCode.Configuration, "results-not-found", $"There is no file or folder '{file}'.", "Name the files that 'test --results' wrote, or a folder of them.");
        }

        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete, "results-unreadable", $"'{file}' cannot be read: {exception.Message}", "Name the files that 'test --results' wrote.", exception);
        }
    }
}
