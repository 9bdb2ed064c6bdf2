using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;

namespace MigrateBoth.DesignHost.Scaffolding;

/// <summary>The folder of one engine's migrations, as <c>dotnet ef migrations add --output-dir</c> would be told.</summary>
internal static class MigrationFolder
{
    /// <summary>The absolute folder; null to let EF Core follow the last migration, its namespace included.</summary>
    /// <param name="session">The application.</param>
    /// <param name="engine">The side.</param>
    /// <param name="last">The folder of the side's last migration; null where there is none, or its file is not found.</param>
    /// <param name="hasMigrations">Whether the side has any.</param>
    public static string? For(HostSession session, Engine engine, string? last, bool hasMigrations)
    {
        var project = session[engine].Migrations;
        if (session[engine].MigrationsFolder is { } configured)
        {
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(project.Directory, configured)));
            return folder == last ? null : folder;
        }

        var ownProject = session.Sqlite.Migrations.File != session.MySql.Migrations.File;
        if (ownProject || hasMigrations)
        {
            return null;
        }

        return Path.Combine(project.Directory, "Migrations", engine == Engine.Sqlite ? "Sqlite" : "MySql");
    }

    /// <summary>The namespace below the root namespace that the folder represents, or null.</summary>
    public static string? SubNamespace(string projectDirectory, string? folder)
    {
        var root = Path.GetFullPath(projectDirectory);
        if (folder?.StartsWith(root, StringComparison.Ordinal) != true)
        {
            return null;
        }

        var segments = folder[root.Length..].Split(
            [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        return segments.Length == 0 ? null : string.Join('.', segments);
    }
}

/// <summary>New files in one project while the context looks for migrations in another would never be seen.</summary>
internal static class MigrationsAssemblyCheck
{
    public static void Ensure(RentedContext context, HostProject project)
    {
        var actual = context.Migrations.Assembly.GetName().Name;
        if (!string.Equals(actual, project.AssemblyName, StringComparison.Ordinal))
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "migrations-assembly-mismatch",
                $"The {context.Engine.DisplayName()} context looks for its migrations in the assembly {actual}, "
                    + $"but they would be written to {Path.GetFileName(project.File)}, whose assembly is {project.AssemblyName}.",
                $"Name the project of {actual} as '{context.Engine.Id()}.project' in migrateboth.json, "
                    + $"or give the provider MigrationsAssembly(\"{project.AssemblyName}\").");
        }
    }
}
