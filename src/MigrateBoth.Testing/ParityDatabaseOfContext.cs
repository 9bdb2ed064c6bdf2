using System.Reflection;
using Microsoft.EntityFrameworkCore;
using MigrateBoth.Testing.Servers;

namespace MigrateBoth.Testing;

/// <summary>
/// A database for tests, on the engine that <c>MIGRATEBOTH_ENGINE</c> names: SQLite when it is not set, MySQL on the server of
/// <c>MIGRATEBOTH_MYSQL</c>. The project's own migrations make its schema, once per run; every instance gets a copy of its own, so that test
/// classes may run in parallel. Use one instance per test class (a fixture) and call <see cref="ParityDatabase.Reset"/> before every test.
/// </summary>
/// <typeparam name="TContext">The application's context.</typeparam>
public class ParityDatabase<TContext> : ParityDatabase
    where TContext : DbContext
{
    private readonly Action<ParityOptions<TContext>>? _configure;
    private readonly object _gate = new();
    private ParityOptions<TContext>? _options;
    private ContextSource<TContext>? _source;

    /// <summary>A database whose contexts are made as <see cref="Configure"/> says.</summary>
    public ParityDatabase()
        : base(typeof(TContext))
    {
    }

    // Not public: xUnit takes for a fixture only a class with one public constructor.
    internal ParityDatabase(Action<ParityOptions<TContext>> configure)
        : base(typeof(TContext)) => _configure = configure;

    /// <summary>A new context; the caller disposes it.</summary>
    /// <returns>A context on this database, recorded when the recorder is on.</returns>
    /// <exception cref="ParityDatabaseException">The database or the context cannot be made.</exception>
    public TContext CreateContext()
    {
        var connection = Use();
        lock (_gate)
        {
            _source ??= new ContextSource<TContext>(Options(), connection);
        }

        var context = _source.Create();
        Recorder?.Adopt(context);
        return context;
    }

    /// <summary>Says how the application makes its contexts, in a derived class.</summary>
    /// <param name="options">The options to fill.</param>
    protected virtual void Configure(ParityOptions<TContext> options) => _configure?.Invoke(options);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _source?.Dispose();
        base.Dispose(disposing);
    }

    private protected override TemplatePool FindPool()
    {
        var options = Options();
        return TestServers.Pool(new PoolKey(GetType(), _configure?.Method), connectionString => Migrate(options, connectionString));
    }

    private static void Migrate(ParityOptions<TContext> options, string connectionString)
    {
        // Without the recorder: what a migration does is no test's.
        var connection = new ParityConnection(TestServers.Current, connectionString, [FailedStatement.Instance]);
        using var source = new ContextSource<TContext>(options, connection);
        using var context = source.Create();
        if (!context.Database.GetMigrations().Any())
        {
            throw new ParityDatabaseException(
                $"{typeof(TContext).Name} has no migrations for {connection.Engine.DisplayName()}. Tests run on what the migrations build: "
                + "add them ('dotnet migrate-both add Initial'), or say with UseProvider in which assembly they are.");
        }

        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        context.Database.Migrate();
    }

    private ParityOptions<TContext> Options()
    {
        lock (_gate)
        {
            if (_options is null)
            {
                _options = new ParityOptions<TContext>();
                Configure(_options);
            }

            return _options;
        }
    }

    // Instances that are configured by the same code share a template.
    private sealed record PoolKey(Type Type, MethodInfo? Configure);
}
