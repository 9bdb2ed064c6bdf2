using MigrateBoth.Core;
using MigrateBoth.Core.Errors;

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
    /// <summary>Finds: the context's own project where that suffices, else the one that refers to all that is needed, else one for each engine.</summary>
    /// <exception cref="MigrateBothException">78: several would do.</exception>
    public static FoundStartup Find(Workspace workspace, FoundLayout layout)
    {
        var own = layout.Project;
        if (Suffices(own) && (own.IsExecutable || MakesContext(own)) && !own.IsOrchestrator)
        {
            return new FoundStartup(own);
        }

        var candidates = Runnable(workspace).Where(project => project.IsExecutable && Suffices(project)).ToList();
        foreach (var isLikelier in new Func<ProjectFacts, bool>[] { project => HasDesign(workspace, project), MakesContext, project => workspace.Reaches(project, own) && Registers(project) })
        {
            candidates = candidates.Where(isLikelier).ToList() is { Count: > 0 } likelier ? likelier : candidates;
        }

        return candidates switch
        {
            [var only] => new FoundStartup(only),
            [] => Runnable(workspace).FirstOrDefault(project => project != own && Suffices(project) && MakesContext(project)) is { } library ? new FoundStartup(library) : Apart(workspace, layout) ?? new FoundStartup(own),
            _ => throw new MigrateBothException(
                ExitCode.Configuration,
                "startup-ambiguous",
                $"Several projects could be run to make the context: {string.Join(", ", candidates.Select(project => project.Name))}.",
                "Name one with --startup-project PATH."),
        };

        bool Suffices(ProjectFacts project) => layout.Needed.All(needed => workspace.Reaches(project, needed));
        bool MakesContext(ProjectFacts project) => workspace.Factories.Any(factory => factory.Project == project.File);
        bool Registers(ProjectFacts project) => project.Uses.Count > 0;
    }

    /// <summary>The projects that may be run at all.</summary>
    public static IEnumerable<ProjectFacts> Runnable(Workspace workspace) => workspace.Applications.Where(project => !project.IsOrchestrator);

    /// <summary>Whether EF Core's own tools could run a project.</summary>
    public static bool HasDesign(Workspace workspace, ProjectFacts project) =>
        project.Packages.Keys.Any(ProjectPackages.IsDesign)
        || Runnable(workspace).Any(other => other != project && workspace.Reaches(project, other) && other.Packages.Keys.Any(ProjectPackages.IsDesign));

    /// <summary>No project reaches both sides, and each side can be run by itself: its own project, else the only executable that reaches it.</summary>
    private static FoundStartup? Apart(Workspace workspace, FoundLayout layout)
    {
        return layout.Sqlite.Project != layout.MySql.Project && Of(Engine.Sqlite) is { } sqlite && Of(Engine.MySql) is { } mySql ? new FoundStartup(sqlite, mySql) : null;

        ProjectFacts? Of(Engine engine)
        {
            var side = layout[engine].Project ?? layout.Project;
            bool Suffices(ProjectFacts project) => layout.NeededBy(engine).All(needed => workspace.Reaches(project, needed));
            return Suffices(side) && (side.IsExecutable || workspace.Factories.Any(factory => factory.Project == side.File))
                ? side
                : Runnable(workspace).Where(project => project.IsExecutable && Suffices(project) && HasDesign(workspace, project)).ToList() is [var only] ? only : null;
        }
    }
}
