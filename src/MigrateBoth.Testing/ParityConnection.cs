using MigrateBoth.EntityFrameworkCore;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;
using MigrateBoth.Testing.Servers;
using MigrateBoth.Testing.Servers.MySql;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MigrateBoth.Testing;

/// <summary>The database that a context is created for. <see cref="object.ToString"/> does not include the connection string.</summary>
public sealed class ParityConnection
{
    private readonly IReadOnlyList<IInterceptor> _interceptors;
    private readonly bool _needsSessionSettings;

    internal ParityConnection(ITestServer server, string connectionString, IReadOnlyList<IInterceptor> interceptors)
    {
        Engine = server.Engine;
        ConnectionString = connectionString;
        ServerVersion = server.Version;
        _needsSessionSettings = server.NeedsSessionSettings;
        // First, so that no code of the application runs before it.
        _interceptors = _needsSessionSettings ? [new ApplicationSessions(), .. interceptors] : interceptors;
    }

    /// <summary>The engine under test.</summary>
    public Engine Engine { get; }

    /// <summary>The ADO.NET connection string of a database that belongs to this test, with its password.</summary>
    public string ConnectionString { get; }

    /// <summary>The engine's version: <c>3.50.4</c>, <c>9.7.4</c>, for MariaDB <c>10.11.6-mariadb</c>.</summary>
    public string ServerVersion { get; }

    /// <summary>
    /// The settings <c>DATABASE_TYPE</c> and <c>DATABASE_URL</c> for an application that selects its provider by configuration, as
    /// <c>AddMigrateBothDbContext</c> does. They do not include the server version, which the application sets.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        [DatabaseSettingNames.Type] = Engine.Id(),
        [DatabaseSettingNames.Url] = ConnectionString,
    };

    /// <summary>
    /// Connects options that the application has configured to this database, and adds the recorder if it is enabled. The options must already
    /// have a provider for the engine.
    /// </summary>
    /// <param name="options">The options, with the application's provider.</param>
    /// <exception cref="ParityDatabaseException">The provider is the other engine's, or there is none.</exception>
    public void ApplyTo(DbContextOptionsBuilder options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var provider = options.Options.Extensions.OfType<RelationalOptionsExtension>().FirstOrDefault()
            ?? throw new ParityDatabaseException("The options have no relational provider: configure one before they are connected to the test database.");
        RequireProvider(options.Options, provider.GetType().Assembly.GetName().Name ?? string.Empty);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(provider.WithConnection(null).WithConnectionString(ConnectionString));
        if (_interceptors.Count > 0)
        {
            options.AddInterceptors(_interceptors);
        }
    }

    /// <summary>Connects a context that the application has created.</summary>
    internal void Connect(DbContext context)
    {
        context.Database.SetConnectionString(ConnectionString);
        if (_needsSessionSettings)
        {
            ApplicationSessions.Watch(context);
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"{Engine.DisplayName()} {ServerVersion}";

    internal void RequireProvider(DbContext context) =>
        RequireProvider(context.GetService<IDbContextOptions>(), context.Database.ProviderName ?? string.Empty);

    private void RequireProvider(IDbContextOptions options, string provider)
    {
        if (!IsOurs(options, provider))
        {
            throw new ParityDatabaseException(
                $"The tests run on {Engine.DisplayName()} ({TestSettings.EngineVariable}), but the application configured the provider '{provider}'. "
                + "Give it the settings of ParityDatabase.Settings (DATABASE_TYPE, DATABASE_URL), or choose the provider by ParityConnection.Engine.");
        }
    }

    private bool IsOurs(IDbContextOptions options, string provider)
    {
        try
        {
            return ProviderEngine.IsMySql(provider, options) == (Engine == Engine.MySql);
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }
}
