using System.Reflection;

using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>The options the host makes when the application leaves that to it.</summary>
internal static class HostOptions
{
    /// <param name="contextType">The context.</param>
    /// <param name="session">The application.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="assemblies">The application's assemblies.</param>
    /// <param name="counterpart">What the application itself says for the other engine; what of it belongs to no provider is taken over.</param>
    public static DbContextOptions Build(
        Type contextType, HostSession session, Engine engine, ApplicationAssemblies assemblies, IDbContextOptions? counterpart)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(contextType))!;
        Providers.Use(engine, builder, session);
        if (counterpart is not null)
        {
            TakeOver(builder, counterpart);
        }

        var migrations = assemblies.Migrations(engine);
        if (migrations != contextType.Assembly)
        {
            var relational = RelationalOptionsExtension.Extract(builder.Options).WithMigrationsAssembly(migrations.GetName().Name);
            AddOrUpdate(builder, relational);
        }

        if (MigrationFolders.AreShared(session))
        {
            AddOrUpdate(builder, new MigrationsExtension(MigrationFolders.Namespaces(session)));
        }

        return builder.Options;
    }

    // Naming conventions, proxies and the like, and the name of the history table: an application has one of each.
    private static void TakeOver(DbContextOptionsBuilder builder, IDbContextOptions counterpart)
    {
        foreach (var extension in counterpart.Extensions.Where(extension => !extension.Info.IsDatabaseProvider && extension is not CoreOptionsExtension))
        {
            AddOrUpdate(builder, extension);
        }

        var theirs = RelationalOptionsExtension.Extract(counterpart);
        var relational = RelationalOptionsExtension.Extract(builder.Options).WithMigrationsHistoryTableName(theirs.MigrationsHistoryTableName);
        AddOrUpdate(builder, relational);
    }

    // Extensions are kept by their run-time type, which is known only to the provider.
    private static void AddOrUpdate(DbContextOptionsBuilder builder, IDbContextOptionsExtension extension) =>
        typeof(IDbContextOptionsBuilderInfrastructure)
            .GetMethod(nameof(IDbContextOptionsBuilderInfrastructure.AddOrUpdateExtension))!
            .MakeGenericMethod(extension.GetType())
            .Invoke(builder, BindingFlags.DoNotWrapExceptions, null, [extension], null);
}
