using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>Creates the session that describes the application to the host.</summary>
internal static class HostSessionFactory
{
    public static HostSession Create(
        BuiltProject project, MigrateBothConfiguration configuration, IReadOnlyList<string> applicationArguments, bool verbose)
    {
        return new HostSession
        {
            Project = Convert(project.Project),
            Startup = Convert(project.Startup),
            Layout = configuration.Layout ?? Guess(project, configuration),
            Context = configuration.Context,
            ApplicationArguments = applicationArguments,
            Verbose = verbose,
            Sqlite = Convert(project.SqliteMigrations, configuration[Engine.Sqlite]),
            MySql = Convert(project.MySqlMigrations, configuration[Engine.MySql]),
        };
    }

    /// <summary>The session of a host that serves one engine alone: nothing of the other side is deployed beside its start-up project.</summary>
    public static HostSession Alone(HostSession session, Engine engine, ProjectOutput startup)
    {
        var other = session[engine.Other()] with { Migrations = session[engine].Migrations };
        return session with
        {
            Startup = Convert(startup),
            Sqlite = engine == Engine.Sqlite ? session.Sqlite : other,
            MySql = engine == Engine.MySql ? session.MySql : other,
        };
    }

    // What the settings already imply; otherwise the host sees it from the contexts it finds.
    private static MigrationsLayout? Guess(BuiltProject project, MigrateBothConfiguration configuration)
    {
        if (project.SqliteMigrations.ProjectFile != project.MySqlMigrations.ProjectFile)
        {
            return MigrationsLayout.Projects;
        }

        return configuration.Sqlite.Context != configuration.MySql.Context ? MigrationsLayout.Contexts : null;
    }

    private static HostEngineSession Convert(ProjectOutput migrations, EngineSettings settings) => new()
    {
        Migrations = Convert(migrations),
        MigrationsFolder = settings.Migrations,
        Context = settings.Context,
        ServerVersion = settings.Version,
        Arguments = settings.Arguments,
        Environment = settings.Environment,
    };

    private static HostProject Convert(ProjectOutput project) => new(
        project.ProjectFile,
        project.AssemblyPath,
        project.RootNamespace,
        project.Language,
        project.Nullable.Equals("enable", StringComparison.OrdinalIgnoreCase) || project.Nullable.Equals("annotations", StringComparison.OrdinalIgnoreCase));
}
