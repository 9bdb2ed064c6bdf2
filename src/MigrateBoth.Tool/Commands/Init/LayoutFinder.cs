using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Where one engine's migrations are or will be.</summary>
/// <param name="Project">Their project, or null when it is the context's.</param>
/// <param name="Context">The engine's own context, or null when both share one.</param>
/// <param name="Folder">Their folder, relative to their project.</param>
/// <param name="Migrations">Ids of those that are there, in order.</param>
internal sealed record FoundSide(ProjectFacts? Project, ClassFacts? Context, string Folder, IReadOnlyList<string> Migrations)
{
    /// <summary>The namespace of the newest one; null where there is none.</summary>
    public string? Namespace { get; init; }
}

/// <summary>The context, or the pair of contexts, and how its migrations are kept.</summary>
internal sealed record FoundLayout
{
    /// <summary>How the two sides are distinguished.</summary>
    public required MigrationsLayout Layout { get; init; }

    /// <summary>The project of the context.</summary>
    public required ProjectFacts Project { get; init; }

    /// <summary>The context both sides share, or null when each has its own.</summary>
    public required ClassFacts? Context { get; init; }

    /// <summary>What a person calls it: the context, or the base that both derive from.</summary>
    public required ClassFacts Title { get; init; }

    public required FoundSide Sqlite { get; init; }

    public required FoundSide MySql { get; init; }

    /// <summary>The contexts that were not chosen, though they may be meant as well.</summary>
    public IReadOnlyList<ContextCandidate> Others { get; init; } = [];

    /// <summary>One engine's side.</summary>
    public FoundSide this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;

    /// <summary>Whether a class by its short name is a context of this layout.</summary>
    public bool IsOf(string? name) => new[] { Context, Sqlite.Context, MySql.Context }.Any(context => context is not null && context.Name == name);

    /// <summary>The same with another side.</summary>
    public FoundLayout With(Engine engine, FoundSide side) => engine == Engine.Sqlite ? this with { Sqlite = side } : this with { MySql = side };

    /// <summary>The projects whose assemblies have to be side by side when the context is made.</summary>
    public IEnumerable<ProjectFacts> Needed => EngineNames.All.SelectMany(NeededBy).Distinct();

    /// <summary>Those that one engine's side needs.</summary>
    public IEnumerable<ProjectFacts> NeededBy(Engine engine) => new[] { Project, this[engine].Project }.OfType<ProjectFacts>().Distinct();
}

/// <summary>Derives the layout of a solution's two sides from contexts, projects and migrations.</summary>
internal sealed class LayoutFinder(Workspace workspace)
{
    /// <summary>Finds the layout of the solution.</summary>
    /// <param name="wanted"><c>--context</c>, or null.</param>
    /// <param name="project">The project that <c>--project</c> names, or null.</param>
    /// <param name="question">Whom to ask when there are several, or null.</param>
    /// <exception cref="MigrateBothException">78: no context, several, or one that is not there.</exception>
    public FoundLayout Find(string? wanted, string? project, ContextQuestion? question = null)
    {
        var contexts = workspace.Contexts.Where(context => project is null || context.Project == project).ToList();
        var candidates = new ContextCandidates(workspace).Of([.. contexts.Where(context => !workspace.IsForeign(context))]);
        List<ContextCandidate> chosen = wanted is null ? Likeliest(candidates) : [.. candidates.Where(candidate => candidate.IsNamed(wanted))];
        if (chosen.Count > 1 && question?.Ask(chosen) is { } answer)
        {
            chosen = [answer];
        }

        return chosen switch
        {
            [var only] => Laid(only) with { Others = [.. candidates.Where(candidate => candidate != only)] },
            [] when contexts.Count == 0 => throw new MigrateBothException(
                ExitCode.Configuration,
                "context-not-found",
                !workspace.Applications.Any()
                    ? "There are only test projects, whose contexts are not considered."
                    : $"No class in {string.Join(", ", workspace.Applications.Select(candidate => candidate.Name))} derives from DbContext.",
                "Write the context first, or name its project with --project PATH."),
            [] => throw new MigrateBothException(
                ExitCode.Configuration, "context-not-found", $"There is no context '{wanted}'. There are: {Listed(candidates)}.", "Name one of them with --context."),
            _ => throw new MigrateBothException(
                ExitCode.Configuration,
                "context-ambiguous",
                $"{(wanted is null ? "There are several contexts" : $"Several contexts are called '{wanted}'")}: {Listed(chosen)}.",
                $"One configuration is for one pair of histories. Name the context by its full name, and for each further one a file of its own: {Example(chosen[^1])}."),
        };
    }

    /// <summary>Of several contexts the only one that is for both engines, one with migrations before one without any; without one, all that may be meant.</summary>
    private List<ContextCandidate> Likeliest(IReadOnlyList<ContextCandidate> candidates)
    {
        foreach (var isLikelier in new Func<ContextCandidate, bool>[] { HasBothHistories, candidate => IsForBoth(candidate) && HasHistory(candidate), IsForBoth, HasHistory })
        {
            if (candidates.Where(isLikelier).ToList() is { Count: > 0 } likelier)
            {
                return likelier;
            }
        }

        return [.. candidates];
    }

    private bool HasBothHistories(ContextCandidate candidate) => Laid(candidate) is { } layout && layout.Sqlite.Migrations.Count > 0 && layout.MySql.Migrations.Count > 0;

    private bool HasHistory(ContextCandidate candidate) => Laid(candidate) is { } layout && layout.Sqlite.Migrations.Count + layout.MySql.Migrations.Count > 0;

    private bool IsForBoth(ContextCandidate candidate) =>
        candidate.Sides is not null || workspace.ProvidersOf(candidate.Shared!) is var calls && ProviderCalls.Engines(calls).Count() == EngineNames.All.Count;

    private FoundLayout Laid(ContextCandidate candidate) => candidate.Sides is { } pair ? OfContexts(pair.Sqlite, pair.MySql, candidate.Title) : OfOne(candidate.Shared!);

    /// <summary>Whether the sources say enough: the context that is wanted, or any; and no migrations of a context that is not among them.</summary>
    public bool Knows(string? wanted, string? project)
    {
        var contexts = workspace.Contexts.Where(context => (project is null || context.Project == project) && !workspace.IsForeign(context)).ToList();
        return wanted is not null
            ? contexts.Exists(context => context.IsCalled(wanted)) || workspace.Projects.SelectMany(other => other.Classes).Any(type => type.IsAbstract && type.IsCalled(wanted))
            : contexts.Count > 0 && (Likeliest(new ContextCandidates(workspace).Of(contexts)).Exists(HasBothHistories)
                || !workspace.Applications.SelectMany(other => other.Migrations).Any(migration => migration.Context is { } name && workspace.Resolve(name, migration.Project) is null));
    }

    private static string Listed(IEnumerable<ContextCandidate> candidates) => string.Join(", ", candidates.Select(candidate => candidate.Description).Order(StringComparer.Ordinal));

    private static string Example(ContextCandidate candidate) => $"{ToolName.Command} init --context {candidate.Name} --config {candidate.FileName}";

    private FoundLayout OfContexts(ClassFacts sqlite, ClassFacts mySql, ClassFacts title)
    {
        var home = workspace[title.Project];
        var (sqliteOwn, mySqlOwn) = (OwnMigrations(sqlite, Engine.Sqlite), OwnMigrations(mySql, Engine.MySql));
        var (sqliteProject, mySqlProject) = (ProjectOf(sqlite, sqliteOwn), ProjectOf(mySql, mySqlOwn));
        return new FoundLayout
        {
            Layout = MigrationsLayout.Contexts,
            Project = home,
            Context = null,
            Title = title,
            Sqlite = Side(sqlite, sqliteOwn, sqliteProject, Engine.Sqlite),
            MySql = Side(mySql, mySqlOwn, mySqlProject, Engine.MySql),
        };

        FoundSide Side(ClassFacts context, List<MigrationFacts> own, ProjectFacts project, Engine engine)
        {
            var (folder, space, ids) = Of(own);
            return new FoundSide(project == home ? null : project, context, folder ?? (sqliteProject == mySqlProject ? DefaultFolder(engine) : "Migrations"), ids) { Namespace = space };
        }
    }

    /// <summary>The migrations of an engine's own context, in whichever project they are.</summary>
    private List<MigrationFacts> OwnMigrations(ClassFacts context, Engine engine) =>
        [.. workspace.Applications.SelectMany(project => project.Migrations).Where(migration => migration.Context is not null && workspace.IsOf(migration, context) && (migration.Engine ?? engine) == engine)];

    /// <summary>The project that the newest migration is in, else the context's.</summary>
    private ProjectFacts ProjectOf(ClassFacts context, IEnumerable<MigrationFacts> own) =>
        workspace[own.OrderBy(migration => migration.Id, StringComparer.Ordinal).LastOrDefault()?.Project ?? context.Project];

    private FoundLayout OfOne(ClassFacts context)
    {
        var project = workspace[context.Project];
        var others = workspace.Applications.Where(other => other != project && workspace.Reaches(other, project)).ToList();
        var (sqlite, mySql) = (MigrationsProject(others, context, Engine.Sqlite), MigrationsProject(others, context, Engine.MySql));

        // A common half way: one provider's migrations have moved to a project of their own, the other's are where EF Core looks by default.
        if (sqlite is null && mySql is not null && Holds(mySql, context, Engine.MySql))
        {
            sqlite = project;
        }
        else if (mySql is null && sqlite is not null && Holds(sqlite, context, Engine.Sqlite))
        {
            mySql = project;
        }

        var apart = sqlite is not null && mySql is not null;
        return new FoundLayout
        {
            Layout = apart ? MigrationsLayout.Projects : MigrationsLayout.Folders,
            Project = project,
            Context = context,
            Title = context,
            Sqlite = Side(apart ? sqlite : null, project, context, Engine.Sqlite),
            MySql = Side(apart ? mySql : null, project, context, Engine.MySql),
        };
    }

    /// <summary>The library that holds this engine's migrations of the context, or whose name says that it will unless they are in the context's own.</summary>
    private ProjectFacts? MigrationsProject(IReadOnlyList<ProjectFacts> projects, ClassFacts context, Engine engine) =>
        projects.FirstOrDefault(project => Holds(project, context, engine))
        ?? (Holds(workspace[context.Project], context, engine) ? null : projects.FirstOrDefault(project => !project.IsExecutable && EngineWords.OfName(project.Name) == engine));

    private bool Holds(ProjectFacts project, ClassFacts context, Engine engine) =>
        project.Migrations.Any(migration => migration.Engine == engine && migration.Context is not null && workspace.IsOf(migration, context));

    private FoundSide Side(ProjectFacts? apart, ProjectFacts project, ClassFacts context, Engine engine)
    {
        var own = Of((apart ?? project).Migrations.Where(migration => migration.Engine == engine && workspace.IsOf(migration, context)));
        return new FoundSide(apart, null, own.Folder ?? (apart is null ? DefaultFolder(engine) : "Migrations"), own.Ids) { Namespace = own.Namespace };
    }

    /// <summary>The folder that the newest migration is in: that is where the next one goes.</summary>
    private static (string? Folder, string? Namespace, IReadOnlyList<string> Ids) Of(IEnumerable<MigrationFacts> migrations)
    {
        var ordered = migrations.DistinctBy(migration => migration.Id).OrderBy(migration => migration.Id, StringComparer.Ordinal).ToList();
        return (ordered.LastOrDefault()?.Folder, ordered.LastOrDefault()?.Namespace, [.. ordered.Select(migration => migration.Id)]);
    }

    private static string DefaultFolder(Engine engine) => engine == Engine.Sqlite ? "Migrations/Sqlite" : "Migrations/MySql";
}

/// <summary>From where two histories that grew apart match.</summary>
internal static class BaselineFinder
{
    /// <summary>The last migration of each side before the longest common ending; null when all of both match.</summary>
    /// <param name="sqlite">SQLite's ids, in order.</param>
    /// <param name="mySql">MySQL's ids, in order.</param>
    public static HistoryBaseline? Find(IReadOnlyList<string> sqlite, IReadOnlyList<string> mySql)
    {
        var common = 0;
        while (common < sqlite.Count && common < mySql.Count && sqlite[^(common + 1)].Equals(mySql[^(common + 1)], StringComparison.OrdinalIgnoreCase))
        {
            common++;
        }

        return common == sqlite.Count && common == mySql.Count ? null : new HistoryBaseline(Before(sqlite, common), Before(mySql, common));
    }

    private static string? Before(IReadOnlyList<string> ids, int common) => common < ids.Count ? ids[^(common + 1)] : null;
}
