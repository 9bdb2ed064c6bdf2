using System.Reflection;

using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Errors;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Hands out a context's migrations after making sure that they can be read, and that they are one engine's only.</summary>
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
                    + $"{engine.DisplayName()}'s: EF Core itself does not look at their folders.",
                "Reference the package MigrateBoth.EntityFrameworkCore and let the context's options end with UseMigrateBoth().");
        }
    }
}
