using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Merge;

/// <summary>The command line of <c>merge</c>.</summary>
internal sealed class MergeDefinition : CommandDefinition
{
    public override string Name => "merge";

    public override string Summary => "Join the results of 'test --shard' into the report and exit code of one run";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("merge out", "All *.json files of a folder"),
        new("merge one.json two.json three.json --report markdown=summary.md", "Three files, with a report"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var files = app.Argument("RESULTS", "Files of 'test --results', or folders of them", multipleValues: true);
        var project = new ProjectOptionGroup(app);
        var check = new CheckOptionGroup(app);
        return () =>
        {
            var paths = files.Values.OfType<string>().ToList();
            return paths.Count == 0
                ? throw new MigrateBothException(ExitCode.Usage, "missing-argument", "merge needs the files that 'test --results' wrote.", "Write: merge FILE... or merge FOLDER.")
                : new MergeCommand(paths, project.Read(), check.Read());
        };
    }
}
