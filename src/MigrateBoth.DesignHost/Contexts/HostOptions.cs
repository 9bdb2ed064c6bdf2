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
    public static DbContextOptions Build(Type contextType, HostSession session, Engine engine, ApplicationAssemblies assemblies)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(contextType))!;
        Providers.Use(engine, builder, session);

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

    // Extensions are kept by their run-time type, which is known only to the provider.
    private static void AddOrUpdate(DbContextOptionsBuilder builder, IDbContextOptionsExtension extension) =>
        typeof(IDbContextOptionsBuilderInfrastructure)
            .GetMethod(nameof(IDbContextOptionsBuilderInfrastructure.AddOrUpdateExtension))!
            .MakeGenericMethod(extension.GetType())
            .Invoke(builder, BindingFlags.DoNotWrapExceptions, null, [extension], null);
}
