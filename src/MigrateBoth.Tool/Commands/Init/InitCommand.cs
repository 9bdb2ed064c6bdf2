using System.Text;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Init.Code;
using MigrateBoth.Tool.Commands.Init.Generating;
using MigrateBoth.Tool.Commands.Init.Switches;
using MigrateBoth.Tool.Commands.Init.Trials;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Detects the settings, shows them, asks for confirmation if it runs interactively, and writes all files or none.</summary>
/// <param name="options">What the command line says.</param>
internal sealed class InitCommand(InitOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var found = await FindAsync(context, cancellationToken).ConfigureAwait(false);
        if (!IsConfirmed(found, context))
        {
            return found;
        }

        var result = found.Files.Count > 0 ? await RestoredAsync(Written(found, cancellationToken), context, cancellationToken).ConfigureAwait(false) : found;
        if (!options.Adopt || MissingSide.Of(found.Layout) is not { } missing || !MissingSide.IsReady(found))
        {
            return result;
        }

        try
        {
            var generated = await new SideGenerator(context, result.Configuration, options.MySql, options.Build).RunAsync(missing, cancellationToken).ConfigureAwait(false);
            return result with { Generated = generated, Baseline = generated.Baseline };
        }
        catch (MigrateBothException exception)
        {
            // What was found is written and right; that the rest could not be done is the result.
            return result with { Failure = exception };
        }
    }

    private async Task<InitResult> FindAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var directory = context.Console.WorkingDirectory;
        var file = FileOf(context.Console);
        var present = options.Adopt || options.Context is not null ? ExistingConfiguration.Read(file) : null;
        var existing = options.Adopt ? present : null;
        var project = Named(options.Project ?? existing?.Project, directory);
        var startup = Named(options.StartupProject ?? existing?.StartupProject, directory);
        var wanted = options.Context ?? existing?.Context;
        var workspace = Read(directory, project, startup);
        if (!options.Build.NoBuild && !new LayoutFinder(workspace).Knows(wanted, project))
        {
            workspace = await new ContextDiscovery(context, options.Build, file).ExtendAsync(workspace, startup, cancellationToken).ConfigureAwait(false);
        }

        var layout = new LayoutFinder(workspace).Find(wanted, project, ContextQuestion.For(options, context.Console));
        present?.RequireSame(layout);
        var starts = Startups();
        using var code = ChangedCode.Begin(CodeChanges.Plan(workspace, layout, [.. starts[0].All]), options, context);
        if (code.IsWritten)
        {
            workspace = Read(directory, project, startup);
            layout = new LayoutFinder(workspace).Find(layout.Context!.FullName, layout.Project.File, question: null);
            starts = Startups();
        }

        var result = await StartupTrials.FirstAsync(starts, TriedAsync).ConfigureAwait(false);
        code.Keep();
        return result with { Changes = code.Changes, IsChanged = code.IsWritten };

        IReadOnlyList<FoundStartup> Startups() => startup is null ? StartupFinder.Find(workspace, layout) : [new FoundStartup(workspace[startup])];

        async Task<InitResult> TriedAsync(FoundStartup start)
        {
            var found = Conclude(workspace, layout, start, SwitchFinder.Find(workspace, layout, start, directory), file, directory, existing);
            return found.Files.Any(planned => planned.Path == file && planned.MustBeNew)
                ? await new Conclusions(context, options.Build, workspace, (tried, chosenBy, comment) => Conclude(workspace, tried, start, chosenBy, file, directory, existing, comment)).TriedAsync(found, cancellationToken).ConfigureAwait(false)
                : found;
        }
    }

    private InitResult Conclude(
        Workspace workspace, FoundLayout layout, FoundStartup starts, FoundSwitch chosenBy, string file, string directory, ExistingConfiguration? existing, string? comment = null)
    {
        var tests = workspace.Projects.Where(test => test.IsTest && workspace.Reaches(test, layout.Project)).ToList();
        // A side without any migration has none to match: its first is generated, or still to come.
        var apart = MissingSide.Of(layout) is not null ? null : BaselineFinder.Find(layout.Sqlite.Migrations, layout.MySql.Migrations);
        var baseline = options.Adopt ? existing?.Baseline ?? apart : null;
        return new InitResult
        {
            ChosenBy = chosenBy,
            Baseline = baseline,
            OtherBaseline = existing?.Baseline is { } kept && kept != apart ? apart ?? new HistoryBaseline(null, null) : null,
            IsApart = apart is not null && !options.Adopt,
            Layout = layout,
            Startup = starts,
            Factories = [.. workspace.Factories.Select(factory => factory.FullName)],
            EfCore = Package(ProjectPackages.IsEfCore),
            Sqlite = Package(ProjectPackages.IsSqliteProvider),
            MySql = Package(ProjectPackages.IsMySqlProvider),
            HasOwnMigrationsAssembly = workspace.HasOwnMigrationsAssembly,
            HasRuntimePackage = Package(ProjectPackages.IsRuntime) is not null,
            Tests = tests,
            Files = Plan(file, directory, existing, layout, starts, chosenBy.Switch, baseline, [.. tests.Where(test => test.Packages.ContainsKey(ProjectPackages.Testing))], comment),
            IsAdopting = options.Adopt,
            Configuration = file,
            WorkingDirectory = directory,
        };

        (string Name, string? Version)? Package(Func<string, bool> isWanted) =>
            starts.All.Append(layout.Project).Select(project => workspace.Package(project, isWanted)).FirstOrDefault(package => package is not null);
    }

    /// <summary>Where the other commands will look for it.</summary>
    private string FileOf(ToolConsole console)
    {
        var named = options.Config ?? console.Environment.GetValueOrDefault(ConfigurationNames.VariablePrefix + "CONFIG");
        return Path.GetFullPath(string.IsNullOrEmpty(named) ? ConfigurationNames.FileName : named, console.WorkingDirectory);
    }

    private static string? Named(string? path, string directory) =>
        path is null ? null : Path.GetFullPath(ProjectFinder.Resolve(Path.GetFullPath(path, directory)));

    private static Workspace Read(string directory, string? project, string? startup)
    {
        // A project that is named brings what it refers to; the folder's others may still be the start-up or the migrations.
        IEnumerable<string> found = project is null ? SolutionProjects.Find(directory) : [project, .. Others(directory)];
        var read = new Dictionary<string, ProjectFacts>(StringComparer.Ordinal);
        var waiting = new Queue<string>(startup is null ? found : [startup, .. found]);
        while (waiting.TryDequeue(out var file))
        {
            if (!read.ContainsKey(file) && File.Exists(file))
            {
                var facts = ProjectReader.Read(file);
                read.Add(file, facts);
                facts.References.Where(SolutionProjects.IsProject).ToList().ForEach(waiting.Enqueue);
            }
        }

        return new Workspace([.. read.Values.OrderBy(facts => facts.File, StringComparer.Ordinal)]);
    }

    private static IReadOnlyList<string> Others(string directory)
    {
        try
        {
            return SolutionProjects.Find(directory);
        }
        catch (MigrateBothException exception) when (exception.Code == "project-not-found")
        {
            // The named project is elsewhere, and this folder has none: that is not a fault.
            return [];
        }
    }

    private static List<PairFile> Plan(
        string configuration, string directory, ExistingConfiguration? existing, FoundLayout layout, FoundStartup startup, EngineSwitch? chosenBy, HistoryBaseline? baseline, IReadOnlyList<ProjectFacts> tests, string? comment)
    {
        var files = new List<PairFile>();
        if (!File.Exists(configuration))
        {
            files.Add(new PairFile(configuration, ConfigurationText.Of(layout, startup, chosenBy, baseline, tests, Path.GetDirectoryName(configuration)!, comment), MustBeNew: true));
        }
        else if (existing?.With(baseline) is { } changed)
        {
            files.Add(changed);
        }

        if (ToolManifest.Plan(directory) is { } manifest)
        {
            files.Add(manifest);
        }

        return files;
    }

    private bool IsConfirmed(InitResult result, CommandContext context)
    {
        if (options.DryRun || (result.Files.Count == 0 && !result.WillGenerate))
        {
            return false;
        }

        if (options.Yes || context.Console.Answers is not { } answers || context.Console.IsContinuousIntegration)
        {
            return true;
        }

        new InitText(result).Ask(context.Console.Error);
        return answers.ReadLine()?.Trim() is { } answer && (answer.Length == 0 || answer.StartsWith("y", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<InitResult> RestoredAsync(InitResult written, CommandContext context, CancellationToken cancellationToken) =>
        written.Files.FirstOrDefault(file => Path.GetFileName(file.Path) == ToolManifest.FileName) is { } manifest
            ? written with { RestoreFailure = await context.Services.ToolRestore(manifest.Path, cancellationToken).ConfigureAwait(false) }
            : written;

    private static InitResult Written(InitResult result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var held = PairLock.Acquire(result.WorkingDirectory, "init");
        new PairWriter(held, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)).Write("init", result.Files);
        return result with { IsWritten = true };
    }
}
