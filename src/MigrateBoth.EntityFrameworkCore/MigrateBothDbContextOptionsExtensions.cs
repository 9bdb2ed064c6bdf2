using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;

using MigrateBoth.EntityFrameworkCore.ProviderMigrations;
using MigrateBoth.EntityFrameworkCore.Providers;

namespace MigrateBoth.EntityFrameworkCore;

/// <summary>Selects the provider by configuration, together with its migrations.</summary>
public static class MigrateBothDbContextOptionsExtensions
{
    /// <summary>Uses the database that <c>DATABASE_TYPE</c>, <c>DATABASE_URL</c> and <c>DATABASE_VERSION</c> name.</summary>
    /// <param name="optionsBuilder">The context's options.</param>
    /// <param name="configuration">The application's configuration.</param>
    /// <param name="configure">Further options.</param>
    /// <returns>The context's options.</returns>
    /// <exception cref="DatabaseConfigurationException">A setting is missing, malformed, or contradicts another.</exception>
    public static DbContextOptionsBuilder UseMigrateBoth(
        this DbContextOptionsBuilder optionsBuilder, IConfiguration configuration, Action<MigrateBothOptionsBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        var options = Configured(configure);
        return optionsBuilder.UseProvider(DatabaseSettings.FromConfiguration(configuration, options.DefaultConnection), options).UseOptions(options);
    }

    /// <summary>Uses the given database.</summary>
    /// <param name="optionsBuilder">The context's options.</param>
    /// <param name="databaseType"><c>sqlite</c>, <c>mysql</c> or <c>mariadb</c>; null when the URL has a scheme.</param>
    /// <param name="databaseUrl">A URL such as <c>sqlite:///app.db</c> or <c>mysql://user:password@host:3306/app</c>, or a connection string.</param>
    /// <param name="configure">Further options.</param>
    /// <returns>The context's options.</returns>
    /// <exception cref="DatabaseConfigurationException">A setting is missing, malformed, or contradicts another.</exception>
    public static DbContextOptionsBuilder UseMigrateBoth(
        this DbContextOptionsBuilder optionsBuilder, string? databaseType, string? databaseUrl, Action<MigrateBothOptionsBuilder>? configure = null) =>
        optionsBuilder.UseMigrateBoth(DatabaseSettings.Parse(databaseType, databaseUrl), configure);

    /// <summary>Uses the given database.</summary>
    /// <param name="optionsBuilder">The context's options.</param>
    /// <param name="settings">The database.</param>
    /// <param name="configure">Further options.</param>
    /// <returns>The context's options.</returns>
    /// <exception cref="DatabaseConfigurationException">The server version is malformed.</exception>
    public static DbContextOptionsBuilder UseMigrateBoth(
        this DbContextOptionsBuilder optionsBuilder, DatabaseSettings settings, Action<MigrateBothOptionsBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        ArgumentNullException.ThrowIfNull(settings);
        var options = Configured(configure);
        return optionsBuilder.UseProvider(settings, options).UseOptions(options);
    }

    /// <summary>
    /// Does not configure a provider, which the application does itself (<c>UseSqlite</c>, <c>UseMySql</c>, <c>UseMySQL</c>), and only separates the two
    /// providers' migrations in one assembly.
    /// </summary>
    /// <param name="optionsBuilder">The context's options.</param>
    /// <param name="configure">Further options; those of the providers have no effect here.</param>
    /// <returns>The context's options.</returns>
    public static DbContextOptionsBuilder UseMigrateBoth(
        this DbContextOptionsBuilder optionsBuilder, Action<MigrateBothOptionsBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        return optionsBuilder.UseOptions(Configured(configure));
    }

    private static MigrateBothOptionsBuilder Configured(Action<MigrateBothOptionsBuilder>? configure)
    {
        var options = new MigrateBothOptionsBuilder();
        configure?.Invoke(options);
        return options;
    }

    private static DbContextOptionsBuilder UseOptions(this DbContextOptionsBuilder optionsBuilder, MigrateBothOptionsBuilder options)
    {
        if (options.Namespaces is { } namespaces)
        {
            ((IDbContextOptionsBuilderInfrastructure)optionsBuilder).AddOrUpdateExtension(new MigrationsExtension(namespaces));
        }

        return options.StringSemantics ? optionsBuilder.UseMigrateBothStringSemantics() : optionsBuilder;
    }

    private static DbContextOptionsBuilder UseProvider(
        this DbContextOptionsBuilder optionsBuilder, DatabaseSettings settings, MigrateBothOptionsBuilder options)
    {
        if (settings.Type == DatabaseType.Sqlite)
        {
            return optionsBuilder.UseSqlite(settings.ConnectionString, ConfigureSqlite);
        }

        var defaultVersion = settings.Type == DatabaseType.MariaDb
            ? MigrateBothOptionsBuilder.DefaultMariaDbVersion
            : MigrateBothOptionsBuilder.DefaultMySqlVersion;
        var version = ConfiguredServerVersion.Parse(settings.Type, settings.ServerVersion ?? options.Version ?? defaultVersion);
        if (options.UseMySqlProvider is { } use)
        {
            use(optionsBuilder, settings.ConnectionString);
        }
        else
        {
            DeployedMySqlProvider.Use(optionsBuilder, settings.ConnectionString, version, options.ConfigureMySql);
        }

        if (options.Assemblies is { } both)
        {
            var relational = RelationalOptionsExtension.Extract(optionsBuilder.Options);
            ((IDbContextOptionsBuilderInfrastructure)optionsBuilder).AddOrUpdateExtension(relational.WithMigrationsAssembly(both.MySql));
        }

        return optionsBuilder;

        void ConfigureSqlite(SqliteDbContextOptionsBuilder sqlite)
        {
            if (options.Assemblies is { } assemblies)
            {
                sqlite.MigrationsAssembly(assemblies.Sqlite);
            }

            options.ConfigureSqlite?.Invoke(sqlite);
        }
    }
}
