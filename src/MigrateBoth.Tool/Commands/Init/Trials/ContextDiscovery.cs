using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Sessions;

namespace MigrateBoth.Tool.Commands.Init.Trials;

/// <summary>
/// Finds the contexts that no C# source declares: those of packages, which only the application's container knows, and those of projects in
/// other languages. The application is built and asked, as EF Core's tools do.
/// </summary>
/// <param name="context">Services and progress.</param>
/// <param name="build">How to build.</param>
/// <param name="file">The configuration file that is not written yet.</param>
internal sealed class ContextDiscovery(CommandContext context, BuildSettings build, string file)
{
    // A solution with more applications than this needs --startup-project.
    private const int MostStartups = 3;

    /// <summary>The workspace with the contexts that were found.</summary>
    public async Task<Workspace> ExtendAsync(Workspace workspace, string? startup, CancellationToken cancellationToken)
    {
        foreach (var candidate in Startups(workspace, startup).Take(MostStartups))
        {
            var known = workspace.Contexts.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
            var found = (await AskAsync(workspace, candidate, cancellationToken).ConfigureAwait(false)).Where(type => !known.Contains(type.FullName)).ToList();
            if (found.Count > 0)
            {
                return workspace.With(found.Select(type => Facts(workspace, candidate, type)));
            }
        }

        return workspace;
    }

    private static IEnumerable<ProjectFacts> Startups(Workspace workspace, string? startup)
    {
        if (startup is not null)
        {
            return [workspace[startup]];
        }

        var all = StartupFinder.Runnable(workspace).ToList();
        return all.Where(project => project.IsExecutable || project.Uses.Count > 0)
            .OrderByDescending(project => StartupFinder.HasDesign(workspace, project))
            .ThenByDescending(project => all.Count(other => workspace.Reaches(project, other)));
    }

    private async Task<IReadOnlyList<DeployedContext>> AskAsync(Workspace workspace, ProjectFacts startup, CancellationToken cancellationToken)
    {
        var configuration = new MigrateBothConfiguration
        {
            BaseDirectory = Path.GetDirectoryName(file)!,
            WorkingDirectory = context.Console.WorkingDirectory,
            Project = startup.File,
            Sqlite = new EngineSettings { Project = Migrations(workspace, startup, Engine.Sqlite) },
            MySql = new EngineSettings { Project = Migrations(workspace, startup, Engine.MySql) },
        };
        var session = await ProjectSession.OpenAsync(configuration, build, context, pairLock: null, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            using var step = context.Progress.Begin("contexts");
            var contexts = await session.Host.ContextsAsync(Engine.Sqlite, cancellationToken).ConfigureAwait(false);
            step.Succeed(string.Join(", ", contexts.Select(type => type.FullName)));
            return contexts;
        }
    }

    /// <summary>Migrations name their context: their assembly is loaded as well.</summary>
    private static string? Migrations(Workspace workspace, ProjectFacts startup, Engine engine) =>
        workspace.Applications.Where(project => workspace.Reaches(startup, project)
            && project.Migrations.Any(migration => migration.Engine == engine && migration.Context is { } name && workspace.Resolve(name, project.File) is null))
            .Select(project => project.File).FirstOrDefault();

    private static ClassFacts Facts(Workspace workspace, ProjectFacts startup, DeployedContext context)
    {
        var project = workspace.Applications.FirstOrDefault(candidate => candidate.AssemblyName == context.Assembly) ?? startup;
        var outer = context.FullName.Split('+')[0];
        var dot = outer.LastIndexOf('.');
        return new ClassFacts(project.File, dot < 0 ? string.Empty : outer[..dot], context.FullName[(dot + 1)..], IsAbstract: false, [new TypeName("DbContext", [], [])], []);
    }
}
