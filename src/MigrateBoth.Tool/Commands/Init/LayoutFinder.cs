using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Concludes from contexts, projects and migrations how a solution keeps its two sides.</summary>
internal sealed class LayoutFinder(Workspace workspace)
{
    /// <summary>Finds.</summary>
    /// <param name="wanted"><c>--context</c>, or null.</param>
    /// <param name="project">The project that <c>--project</c> names, or null.</param>
    /// <exception cref="MigrateBothException">78: no context, several, or one that is not there.</exception>
    public FoundLayout Find(string? wanted, string? project)
    {
        var contexts = workspace.Contexts.Where(context => project is null || context.Project == project).ToList();
        var candidates = Candidates(contexts).ToList();
        var chosen = wanted is null ? candidates : [.. candidates.Where(candidate => candidate.Names(wanted))];
        return chosen switch
        {
            [var only] => only.Sides is { } pair ? OfContexts(pair.Sqlite, pair.MySql) : OfOne(only.Shared!),
            [] when contexts.Count == 0 => throw new MigrateBothException(
                ExitCode.Configuration,
                "context-not-found",
                $"No class in {string.Join(", ", workspace.Applications.Select(candidate => candidate.Name))} derives from DbContext.",
                "Write the context first, or name its project with --project PATH."),
            [] => throw new MigrateBothException(
                ExitCode.Configuration, "context-not-found", $"There is no context '{wanted}'. There are: {Listed(contexts)}.", "Name one of them with --context."),
            _ => throw new MigrateBothException(
                ExitCode.Configuration,
                "context-ambiguous",
                $"There are several contexts: {Listed(contexts)}.",
                "One configuration is for one pair of histories: name the context with --context. For another one run init in another folder, such as its project's."),
        };
    }

    private static string Listed(IEnumerable<ClassFacts> contexts) => string.Join(", ", contexts.Select(context => context.FullName).Order(StringComparer.Ordinal));

    /// <summary>Single contexts and pairs of them; a context that others derive a pair from stands behind the pair.</summary>
    private IEnumerable<Candidate> Candidates(IReadOnlyList<ClassFacts> contexts)
    {
        var pairs = (
            from sqlite in contexts
            from mySql in contexts
            where EngineOf(sqlite) == Engine.Sqlite && EngineOf(mySql) == Engine.MySql && ArePair(sqlite, mySql)
            select (Sqlite: sqlite, MySql: mySql)).ToList();
        var taken = pairs.SelectMany(pair => new[] { pair.Sqlite, pair.MySql, workspace.BaseOf(pair.Sqlite), workspace.BaseOf(pair.MySql) }).OfType<ClassFacts>().ToHashSet();
        return pairs.Select(pair => new Candidate(null, pair)).Concat(contexts.Where(context => !taken.Contains(context)).Select(context => new Candidate(context, null)));
    }

    private static Engine? EngineOf(ClassFacts context) => EngineWords.OfName(context.Name) ?? EngineWords.OfName(context.Namespace);

    private bool ArePair(ClassFacts sqlite, ClassFacts mySql) =>
        EngineWords.Without(sqlite.Name) == EngineWords.Without(mySql.Name)
        || (workspace.BaseOf(sqlite) is { } common && common == workspace.BaseOf(mySql));

    private FoundLayout OfContexts(ClassFacts sqlite, ClassFacts mySql)
    {
        var project = workspace[sqlite.Project];
        return new FoundLayout
        {
            Layout = MigrationsLayout.Contexts,
            Project = project,
            Context = null,
            Sqlite = Side(project, sqlite, Engine.Sqlite),
            MySql = Side(project, mySql, Engine.MySql),
        };
    }

    private static FoundSide Side(ProjectFacts project, ClassFacts context, Engine engine)
    {
        var own = Of(project.Migrations.Where(migration => migration.Context == context.Name && (migration.Engine ?? engine) == engine));
        return new FoundSide(null, context, own.Folder ?? DefaultFolder(engine), own.Ids);
    }

    private FoundLayout OfOne(ClassFacts context)
    {
        var project = workspace[context.Project];
        var others = workspace.Applications.Where(other => other != project && workspace.Reaches(other, project)).ToList();
        var (sqlite, mySql) = (MigrationsProject(others, context, Engine.Sqlite), MigrationsProject(others, context, Engine.MySql));
        var apart = sqlite is not null && mySql is not null;
        return new FoundLayout
        {
            Layout = apart ? MigrationsLayout.Projects : MigrationsLayout.Folders,
            Project = project,
            Context = context,
            Sqlite = Side(apart ? sqlite : null, project, context, Engine.Sqlite),
            MySql = Side(apart ? mySql : null, project, context, Engine.MySql),
        };
    }

    /// <summary>The library that holds this engine's migrations of the context, or whose name says that it will.</summary>
    private static ProjectFacts? MigrationsProject(IReadOnlyList<ProjectFacts> projects, ClassFacts context, Engine engine) =>
        projects.FirstOrDefault(project => project.Migrations.Any(migration => migration.Engine == engine && migration.Context == context.Name))
        ?? projects.FirstOrDefault(project => !project.IsExecutable && EngineWords.OfName(project.Name) == engine);

    private static FoundSide Side(ProjectFacts? apart, ProjectFacts project, ClassFacts context, Engine engine)
    {
        var own = Of((apart ?? project).Migrations.Where(migration => migration.Engine == engine && (migration.Context ?? context.Name) == context.Name));
        return new FoundSide(apart, null, own.Folder ?? (apart is null ? DefaultFolder(engine) : "Migrations"), own.Ids);
    }

    /// <summary>The folder that the newest migration is in: that is where the next one goes.</summary>
    private static (string? Folder, IReadOnlyList<string> Ids) Of(IEnumerable<MigrationFacts> migrations)
    {
        var ordered = migrations.DistinctBy(migration => migration.Id).OrderBy(migration => migration.Id, StringComparer.Ordinal).ToList();
        return (ordered.LastOrDefault()?.Folder, [.. ordered.Select(migration => migration.Id)]);
    }

    private static string DefaultFolder(Engine engine) => engine == Engine.Sqlite ? "Migrations/Sqlite" : "Migrations/MySql";

    private sealed record Candidate(ClassFacts? Shared, (ClassFacts Sqlite, ClassFacts MySql)? Sides)
    {
        public bool Names(string wanted) =>
            new[] { Shared, Sides?.Sqlite, Sides?.MySql }.OfType<ClassFacts>().Any(context => context.Name == wanted || context.FullName == wanted);
    }
}
