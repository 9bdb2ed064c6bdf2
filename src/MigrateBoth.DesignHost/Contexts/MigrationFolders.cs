using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Protocol;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Layout <c>folders</c>: both engines' migrations in one assembly, told apart by their namespaces.</summary>
internal static class MigrationFolders
{
    /// <summary>Whether one context has the migrations of both engines in one project.</summary>
    public static bool AreShared(HostSession session) => session.Layout switch
    {
        MigrationsLayout.Folders => true,
        null => session.Sqlite.Migrations.File == session.MySql.Migrations.File && session.Sqlite.Context == session.MySql.Context,
        _ => false,
    };

    /// <summary>The namespaces that the configured folders stand for.</summary>
    public static MigrationNamespaces Namespaces(HostSession session) => new(
        Segments(session.Sqlite.MigrationsFolder) ?? MigrationNamespaces.Default.Sqlite,
        Segments(session.MySql.MigrationsFolder) ?? MigrationNamespaces.Default.MySql);

    private static string? Segments(string? folder) => folder is null or { Length: 0 } || Path.IsPathRooted(folder)
        ? null
        : string.Join('.', folder.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Where(segment => segment is not ("." or "..")));
}
