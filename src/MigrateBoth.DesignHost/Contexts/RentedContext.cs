using System.Data.Common;

using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Providers;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>A context for the time of one request.</summary>
internal sealed class RentedContext(EngineContexts owner, DbContext context, ContextResolver resolver, ContextSource source) : IDisposable
{
    private IMigrationsAssembly? _migrations;
    private bool _usedUp;

    public DbContext Context { get; } = context;

    public Engine Engine => resolver.Engine;

    /// <summary>The record of the MySQL provider; null for SQLite's.</summary>
    public MySqlProvider? MySqlProvider => Engine == Engine.MySql ? DeployedMySql.Of(Service<IDbContextOptions>())?.Provider : null;

    public string ObtainedBy => source.Description;

    /// <summary>Why the application's own options are not known, or null.</summary>
    public string? MissingOptions => source.Missing;

    /// <summary>Whether the options are the host's, not the application's.</summary>
    public bool HasHostOptions => source.HasHostOptions;

    /// <summary>The layout as it turned out to be.</summary>
    public ContextResolver Resolver => resolver;

    /// <summary>The migrations of this engine.</summary>
    public IMigrationsAssembly Migrations => _migrations ??= resolver.MigrationsOf(Context);

    /// <summary>EF Core's services of the context.</summary>
    public T Service<T>()
        where T : class => Context.GetService<T>();

    /// <summary>Points the context at a database, whatever database the application had in mind.</summary>
    public void ConnectTo(string connectionString)
    {
        UseUp();
        Redaction.Learn(connectionString);
        Redaction.Learn(Context.Database.GetConnectionString());
        ApplicationDatabaseGuard.Allow(Context);
        if (Context.Database.GetDbConnection().State != System.Data.ConnectionState.Closed)
        {
            // An application may pass its own open connection to UseSqlite; nothing else uses it in this process.
            Context.Database.CloseConnection();
            Context.Database.GetDbConnection().Close();
        }

        Context.Database.SetConnectionString(ConnectionStrings.Complete(this, connectionString));
        EnsureServed();
    }

    private void EnsureServed()
    {
        if (MySqlProvider?.MariaDbObstacle is not { } obstacle)
        {
            return;
        }

        var connection = Context.Database.GetDbConnection();
        try
        {
            connection.Open();
        }
        catch (DbException)
        {
            // The database or the server does not exist yet. The next operation gets the same error and reports it with more context.
            return;
        }

        var version = connection.ServerVersion;
        connection.Close();
        if (version.Contains("MariaDB", StringComparison.OrdinalIgnoreCase))
        {
            var provider = ProviderEngine.Provider(Service<IDbContextOptions>())!.GetType().Assembly;
            throw new MigrateBothException(
                ExitCode.Configuration,
                "provider-not-for-mariadb",
                $"{Package.NameOf(provider)} {Package.VersionOf(provider)} cannot be used on MariaDB ({version}): {obstacle}.",
                MySqlProviders.ForMariaDb(DeployedMySql.EfCore.Major));
        }
    }

    /// <summary>
    /// Disposes the context after use instead of returning it to the pool. After work on a database it may hold a broken connection or
    /// transaction; after scaffolding its snapshot is finalized, and EF Core's scaffolder would treat that as "no snapshot".
    /// </summary>
    public void UseUp() => _usedUp = true;

    public void Dispose()
    {
        if (_usedUp)
        {
            Context.Dispose();
        }
        else
        {
            owner.Return(Context);
        }
    }
}
