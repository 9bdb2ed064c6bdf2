using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Errors;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Returns a context's migrations after verifying that they can be read, and that they belong to one engine only.</summary>
internal static class EngineMigrations
{
    public static IMigrationsAssembly Of(DbContext context, HostSession session, Engine engine)
    {
        var assembly = context.GetService<IMigrationsAssembly>();
        EnsureToldApart(assembly, context, session, engine);
        try
        {
            _ = assembly.Migrations;
            _ = assembly.ModelSnapshot;
            return new UntouchedSnapshot(assembly);
        }
        catch (Exception exception)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "migrations-unreadable",
                $"The {engine.DisplayName()} migrations of {context.GetType().Name} cannot be read: {Fault.Unwrap(exception).Message}",
                innerException: exception);
        }
    }

    /// <summary>Whether the application's options replace EF Core's search for migrations; null where the host made the options itself.</summary>
    public static bool? AreToldApart(DbContext context) => context.GetService<IMigrationsAssembly>() switch
    {
        ProviderMigrationsAssembly => null,
        var assembly => !IsOfEfCore(assembly),
    };

#pragma warning disable EF1001 // Only asked for its name: whether EF Core's own search is in place.
    private static bool IsOfEfCore(IMigrationsAssembly assembly) => assembly.GetType() == typeof(MigrationsAssembly);
#pragma warning restore EF1001

    // Two histories in one assembly are one long history to EF Core, with every id twice.
    private static void EnsureToldApart(IMigrationsAssembly assembly, DbContext context, HostSession session, Engine engine)
    {
        if (!MigrationFolders.AreShared(session) || !IsOfEfCore(assembly))
        {
            return;
        }

        var namespaces = MigrationFolders.Namespaces(session);
        var own = assembly.Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context.GetType())
            .Select(type => namespaces.Contains(type.Namespace, engine == Engine.MySql))
            .ToList();
        if (own.Contains(false))
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "migrations-not-told-apart",
                $"{assembly.Assembly.GetName().Name} holds the migrations of both engines, and {context.GetType().Name} takes them all for "
                    + $"{engine.DisplayName()}'s: EF Core itself does not use their folders to separate them.",
                "Reference the package MigrateBoth.EntityFrameworkCore and let the context's options end with UseMigrateBoth().");
        }
    }
}

/// <summary>Layout <c>folders</c>: both engines' migrations in one assembly, distinguished by their namespaces.</summary>
internal static class MigrationFolders
{
    /// <summary>Whether one context has the migrations of both engines in one project.</summary>
    public static bool AreShared(HostSession session) => session.Layout switch
    {
        MigrationsLayout.Folders => true,
        null => session.Sqlite.Migrations.File == session.MySql.Migrations.File && session.Sqlite.Context == session.MySql.Context,
        _ => false,
    };

    /// <summary>The namespaces that the configured folders represent.</summary>
    public static MigrationNamespaces Namespaces(HostSession session) => new(
        Segments(session.Sqlite.MigrationsFolder) ?? MigrationNamespaces.Default.Sqlite,
        Segments(session.MySql.MigrationsFolder) ?? MigrationNamespaces.Default.MySql);

    private static string? Segments(string? folder) => folder is null or { Length: 0 } || Path.IsPathRooted(folder)
        ? null
        : string.Join('.', folder.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Where(segment => segment is not ("." or "..")));
}

/// <summary>
/// A context's migrations with a fresh snapshot instance. <c>Migrate()</c> in a context's constructor finalizes the model of the shared
/// instance, and EF Core's scaffolder treats that as "no snapshot": it would write the whole model as a new migration.
/// </summary>
internal sealed class UntouchedSnapshot(IMigrationsAssembly shared) : IMigrationsAssembly
{
    public IReadOnlyDictionary<string, TypeInfo> Migrations => shared.Migrations;

    public ModelSnapshot? ModelSnapshot => shared.ModelSnapshot is { } snapshot ? (ModelSnapshot)Activator.CreateInstance(snapshot.GetType())! : null;

    public Assembly Assembly => shared.Assembly;

    public string? FindMigrationId(string nameOrId) => shared.FindMigrationId(nameOrId);

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider) => shared.CreateMigration(migrationClass, activeProvider);
}
