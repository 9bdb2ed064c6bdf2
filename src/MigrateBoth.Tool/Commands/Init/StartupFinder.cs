using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The project that is run to make a context: one for both engines, or one for each.</summary>
/// <param name="Sqlite">Runs for SQLite.</param>
/// <param name="MySql">Runs for MySQL.</param>
internal sealed record FoundStartup(ProjectFacts Sqlite, ProjectFacts MySql)
{
    /// <summary>One for both.</summary>
    public FoundStartup(ProjectFacts both)
        : this(both, both)
    {
    }

    /// <summary>Whether one project is run for both.</summary>
    public bool IsShared => Sqlite == MySql;

    /// <summary>The project for one engine.</summary>
    public ProjectFacts this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;

    /// <summary>The projects, each once.</summary>
    public IEnumerable<ProjectFacts> All => new[] { Sqlite, MySql }.Distinct();
}

/// <summary>Finds which project is run to make a context.</summary>
internal static class StartupFinder
{
    /// <summary>
    /// What may be run, the likeliest first: what has EF Core's design time before what lacks it, then the context's own project, executables
    /// that refer to all that is needed, a library with a factory, one project for each engine.
    /// </summary>
    public static IReadOnlyList<FoundStartup> Find(Workspace workspace, FoundLayout layout)
    {
        var own = layout.Project;
        var candidates = new List<FoundStartup>();
        if (Suffices(own) && (own.IsExecutable || MakesContext(own)) && !own.IsOrchestrator)
        {
            candidates.Add(new FoundStartup(own));
        }

        candidates.AddRange(Runnable(workspace).Where(project => project != own && project.IsExecutable && Suffices(project))
            .OrderByDescending(MakesContext)
            .ThenByDescending(project => project.Uses.Any(use => layout.IsOf(use.Context.Name)))
            .ThenByDescending(project => ProviderCalls.Engines([.. project.Uses.SelectMany(use => use.Providers)]).Count())
            .ThenByDescending(project => project.Uses.Count > 0)
            .ThenByDescending(project => workspace.Applications.Count(other => workspace.Reaches(project, other)))
            .Select(project => new FoundStartup(project)));
        candidates.AddRange(Runnable(workspace).Where(project => project != own && !project.IsExecutable && Suffices(project) && MakesContext(project)).Take(1).Select(library => new FoundStartup(library)));
        if (Apart(workspace, layout) is { } apart)
        {
            candidates.Add(apart);
        }

        return candidates.Count > 0 ? [.. candidates.OrderByDescending(found => found.All.All(project => HasDesign(workspace, project)))] : [new FoundStartup(own)];

        bool Suffices(ProjectFacts project) => layout.Needed.All(needed => workspace.Reaches(project, needed));
        bool MakesContext(ProjectFacts project) => HasFactory(workspace, layout, project);
    }

    /// <summary>The projects that may be run at all.</summary>
    public static IEnumerable<ProjectFacts> Runnable(Workspace workspace) => workspace.Applications.Where(project => !project.IsOrchestrator);

    /// <summary>Whether EF Core's own tools could run a project.</summary>
    public static bool HasDesign(Workspace workspace, ProjectFacts project) =>
        project.Packages.Keys.Any(ProjectPackages.IsDesign)
        || Runnable(workspace).Any(other => other != project && workspace.Reaches(project, other) && other.Packages.Keys.Any(package => ProjectPackages.IsDesign(package) && !other.PrivatePackages.Contains(package)));

    private static bool HasFactory(Workspace workspace, FoundLayout layout, ProjectFacts project) =>
        workspace.Factories.Any(factory => factory.Project == project.File && factory.Bases.Any(name => name.Arguments is [var made] && layout.IsOf(made[(made.LastIndexOf('.') + 1)..])));

    /// <summary>No project reaches both sides, and each side can be run by itself: its own project, else the only executable that reaches it.</summary>
    private static FoundStartup? Apart(Workspace workspace, FoundLayout layout)
    {
        return layout.Sqlite.Project != layout.MySql.Project && Of(Engine.Sqlite) is { } sqlite && Of(Engine.MySql) is { } mySql ? new FoundStartup(sqlite, mySql) : null;

        ProjectFacts? Of(Engine engine)
        {
            var side = layout[engine].Project ?? layout.Project;
            bool Suffices(ProjectFacts project) => layout.NeededBy(engine).All(needed => workspace.Reaches(project, needed));
            return Suffices(side) && (side.IsExecutable || HasFactory(workspace, layout, side))
                ? side
                : Runnable(workspace).Where(project => project.IsExecutable && Suffices(project) && HasDesign(workspace, project)).ToList() is [var only] ? only : null;
        }
    }
}
