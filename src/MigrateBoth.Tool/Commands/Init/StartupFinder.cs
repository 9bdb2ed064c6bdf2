using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The project that is run to make a context.</summary>
internal static class StartupFinder
{
    /// <summary>Finds: the context's own project where that suffices, else the one that refers to all that is needed.</summary>
    /// <exception cref="MigrateBothException">78: several would do.</exception>
    public static ProjectFacts Find(Workspace workspace, FoundLayout layout)
    {
        var own = layout.Project;
        if (Suffices(own) && (own.IsExecutable || MakesContext(own)))
        {
            return own;
        }

        var candidates = workspace.Applications.Where(project => project.IsExecutable && Suffices(project)).ToList();
        var factories = candidates.Where(MakesContext).ToList();
        var chosen = factories.Count > 0 ? factories : candidates;
        return chosen switch
        {
            [] => workspace.Applications.FirstOrDefault(project => project != own && Suffices(project) && MakesContext(project)) ?? own,
            [var only] => only,
            _ => throw new MigrateBothException(
                ExitCode.Configuration,
                "startup-ambiguous",
                $"Several projects could be run to make the context: {string.Join(", ", chosen.Select(project => project.Name))}.",
                "Name one with --startup-project PATH."),
        };

        bool Suffices(ProjectFacts project) => layout.Needed.All(needed => workspace.Reaches(project, needed));
        bool MakesContext(ProjectFacts project) => workspace.Factories.Any(factory => factory.Project == project.File);
    }
}
