using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Init.Switches;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Commands.Init.Trials;

/// <summary>Tries the settings derived from the sources, the most likely first, until both contexts are created with them. Settings that do not work are not written.</summary>
/// <param name="context">Services and progress.</param>
/// <param name="build">How to build.</param>
/// <param name="workspace">All projects.</param>
/// <param name="conclude">The result for another layout or switch, with a comment for the file.</param>
internal sealed class Conclusions(CommandContext context, BuildSettings build, Workspace workspace, Func<FoundLayout, FoundSwitch, string?, InitResult> conclude)
{
    // Each runs the application's Main twice.
    private const int MostTrials = 12;

    private readonly List<string> _tried = [];

    /// <summary>The first that works.</summary>
    /// <exception cref="MigrateBothException">None works; the message says what was tried.</exception>
    public async Task<InitResult> TriedAsync(InitResult found, CancellationToken cancellationToken)
    {
        if (Obstacle(found) is { } obstacle)
        {
            return Untried(found, obstacle);
        }

        var trial = new Trial(context, build, found.Configuration);
        var missing = new MissingSettings(workspace);
        (InitResult Result, TrialOutcome Outcome)? second = null;
        TrialOutcome? first = null;
        var waiting = new Queue<FoundSwitch>(Switches(found.ChosenBy));
        for (var trials = 0; trials < MostTrials && waiting.TryDequeue(out var chosenBy); trials++)
        {
            var (candidate, outcome) = await TryAsync(trial, conclude(found.Layout, chosenBy, null), cancellationToken).ConfigureAwait(false);
            first ??= outcome;
            if (outcome.Works && !outcome.MadeByTool.Any())
            {
                return Said(candidate, found.ChosenBy, outcome);
            }

            // A switch that the application did not get to, for want of a setting or of a server, may be right; one that it ignored is not.
            var isIgnored = chosenBy.Switch is not null && outcome.MadeByTool.Any(engine => outcome[engine]!.MissingOptions is null);
            if (outcome.Works && !isIgnored && (second is null || second.Value.Result.ChosenBy.Switch is null))
            {
                second = (candidate, outcome);
            }

            // The application wants a connection string, or another setting, before it looks at anything else. It is never used: any will do.
            if (missing.Of(outcome) is { } placeholders)
            {
                waiting = new Queue<FoundSwitch>(waiting.Prepend(chosenBy).Select(next => new FoundSwitch(next.Switch?.With(placeholders) ?? placeholders, null)));
            }

            _tried.Add(Line(chosenBy.Switch, outcome, isIgnored));
        }

        if (second is { } other)
        {
            return Said(other.Result, found.ChosenBy, other.Outcome);
        }

        // A project that is only beginning lacks what the next steps name: that it does not work yet says nothing about the conclusions.
        return LacksRuntime(found) ? Untried(found, $"{ProjectPackages.Runtime} is not referenced yet, and without it: {first!.Failures.Values.FirstOrDefault()?.Message}") : throw Nothing(found, first!);
    }

    private InitResult Untried(InitResult found, string reason) =>
        conclude(found.Layout, found.ChosenBy, $"Not tried: {reason.Split(Environment.NewLine)[0]} 'dotnet migrate-both status' tries it.") with { Untried = reason };

    private static bool LacksRuntime(InitResult found) => found.Layout.Layout == MigrationsLayout.Folders && !found.HasRuntimePackage && !found.HasOwnMigrationsAssembly;

    /// <summary>What has to be done before anything can be tried; null when nothing.</summary>
    private string? Obstacle(InitResult found) => build.NoBuild ? "init --no-build was given."
        : found.Sqlite is null || found.MySql is null ? "a provider's package is not referenced yet."
        : null;

    private static IEnumerable<FoundSwitch> Switches(FoundSwitch found)
    {
        yield return found;
        foreach (var other in found.Others)
        {
            yield return new FoundSwitch(other, null);
        }

        if (found.Switch is not null)
        {
            yield return new FoundSwitch(null, found.Obstacle);
        }
    }

    private async Task<(InitResult Result, TrialOutcome Outcome)> TryAsync(Trial trial, InitResult candidate, CancellationToken cancellationToken)
    {
        var outcome = await trial.RunAsync(TextOf(candidate), cancellationToken).ConfigureAwait(false);
        if (Moved(candidate, outcome) is { } moved)
        {
            candidate = conclude(moved, candidate.ChosenBy, null);
            outcome = await trial.RunAsync(TextOf(candidate), cancellationToken).ConfigureAwait(false);
        }

        if (!outcome.Works)
        {
            return (candidate, outcome);
        }

        // What the build has counts, not what the sources look like.
        var layout = candidate.Layout;
        foreach (var engine in EngineNames.All)
        {
            var (side, ids) = (layout[engine], outcome[engine]!.Migrations.Select(migration => migration.Id).ToList());
            if (side.Migrations.Count > 0 && ids.Count == 0)
            {
                return (candidate, outcome.Without(engine, Unseen(layout, engine, outcome)));
            }

            layout = layout.With(engine, side with { Migrations = ids });
        }

        return (conclude(layout, candidate.ChosenBy, null), outcome);
    }

    private static string TextOf(InitResult candidate) => candidate.Files.First(file => file.Path == candidate.Configuration).Content!;

    /// <summary>The layout with the projects in which the contexts really look for their migrations; null when it is that already.</summary>
    private FoundLayout? Moved(InitResult candidate, TrialOutcome outcome)
    {
        var layout = candidate.Layout;
        foreach (var engine in EngineNames.All)
        {
            var side = layout[engine];
            if (outcome[engine]?.MigrationsAssembly is { } assembly && assembly != (side.Project ?? layout.Project).AssemblyName && side.Migrations.Count == 0
                && workspace.Applications.FirstOrDefault(project => project.AssemblyName == assembly) is { } project)
            {
                layout = layout.With(engine, side with { Project = project == layout.Project ? null : project, Folder = "Migrations" });
            }
        }

        return layout == candidate.Layout ? null
            : layout is { Layout: MigrationsLayout.Folders, Sqlite.Project: var sqlite, MySql.Project: var mySql } && sqlite != mySql ? layout with { Layout = MigrationsLayout.Projects }
            : layout;
    }

    private static MigrateBothException Unseen(FoundLayout layout, Engine engine, TrialOutcome outcome)
    {
        var (side, history) = (layout[engine], outcome[engine]!);
        var project = side.Project ?? layout.Project;
        return new MigrateBothException(
            ExitCode.Incomplete,
            "sources-misread",
            $"{project.Name} has {side.Migrations.Count} migration(s) for {engine.DisplayName()} in its sources, and {history.ContextType} finds none in {history.MigrationsAssembly}.",
            $"Give the provider MigrationsAssembly(\"{project.AssemblyName}\"), and let the migrations be compiled.");
    }

    private static InitResult Said(InitResult result, FoundSwitch found, TrialOutcome outcome)
    {
        var ways = EngineNames.All.Select(engine => $"{engine.DisplayName()} by its {outcome[engine]!.ObtainedBy}{(outcome[engine]!.MissingOptions is { } missing ? $" ({missing})" : string.Empty)}");
        var ignored = found.Switch is { } untaken && result.ChosenBy.Switch?.Reason.StartsWith(untaken.Reason, StringComparison.Ordinal) != true
            ? $"{untaken.Reason}, but {untaken.Sqlite} for SQLite and {untaken.MySql} for MySQL have no effect: not written."
            : null;
        var missing = EngineNames.All.Where(engine => outcome[engine]!.MissingOptions is not null).Select(engine => $"{engine.DisplayName()}: {outcome[engine]!.MissingOptions} {SettingAdvice.Of(engine, outcome[engine]!.MissingOptions!)}").FirstOrDefault();
        return result with
        {
            IsMadeByTool = outcome.MadeByTool.Any(),
            Tried = $"both contexts were made: {string.Join(", ", ways)}",
            ChosenBy = result.ChosenBy with { Obstacle = string.Join(' ', new[] { ignored, missing, result.ChosenBy.Obstacle }.OfType<string>()) is { Length: > 0 } said ? said : null },
        };
    }

    private static string Line(EngineSwitch? chosenBy, TrialOutcome outcome, bool isIgnored)
    {
        var way = chosenBy is null ? "without a switch" : $"with {chosenBy.Sqlite} for SQLite and {chosenBy.MySql} for MySQL";
        var failures = outcome.Failures.Select(failure => $"{failure.Key.DisplayName()}: {failure.Value.Message}");
        var ignored = isIgnored ? outcome.MadeByTool.Select(engine => $"{engine.DisplayName()}: it has no effect") : [];
        return $"{way}: {string.Join(" ", failures.Concat(ignored))}";
    }

    private MigrateBothException Nothing(InitResult found, TrialOutcome first)
    {
        var failure = first.Failures.OrderBy(failure => failure.Key).Select(failure => failure.Value).FirstOrDefault();
        return new MigrateBothException(
            ExitCode.Configuration,
            "nothing-works",
            $"The contexts cannot be made for both engines, and nothing was written. Found: layout {found.LayoutName}, {found.Layout.Title.FullName} in {found.Layout.Project.Name}, start-up {string.Join(" and ", found.Startup.All.Select(project => project.Name))}. Tried:"
                + string.Concat(_tried.Select(line => $"{Environment.NewLine}  - {line}")),
            string.Join(' ', new[] { found.ChosenBy.Obstacle, failure?.Hint, $"'{ToolName.Command} init --no-build' writes the detected settings without trying them." }.OfType<string>()),
            failure);
    }
}
