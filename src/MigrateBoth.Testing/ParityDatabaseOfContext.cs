using System.Reflection;
using Microsoft.EntityFrameworkCore;
using MigrateBoth.Testing.Servers;

namespace MigrateBoth.Testing;

/// <summary>
/// A database for tests, on the engine that <c>MIGRATEBOTH_ENGINE</c> names: SQLite when it is not set, MySQL on the server of
/// <c>MIGRATEBOTH_MYSQL</c>. The project's migrations create the schema once per run; every instance gets its own copy, so that test
/// classes can run in parallel. Use one instance per test class (a fixture) and call <see cref="ParityDatabase.Reset"/> before every test.
/// </summary>
/// <typeparam name="TContext">The application's context.</typeparam>
public class ParityDatabase<TContext> : ParityDatabase
    where TContext : DbContext
{
    private readonly Action<ParityOptions<TContext>>? _configure;
    private readonly object _gate = new();
    private ParityOptions<TContext>? _options;
    private ContextSource<TContext>? _source;

    /// <summary>Creates a database whose contexts are configured by <see cref="Configure"/>.</summary>
    public ParityDatabase()
        : base(typeof(TContext))
    {
    }

    // Not public: xUnit accepts only a class with one public constructor as a fixture.
    internal ParityDatabase(Action<ParityOptions<TContext>> configure)
        : base(typeof(TContext)) => _configure = configure;

    /// <summary>Creates a context; the caller disposes it.</summary>
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

    /// <summary>Configures how contexts are created; override it in a derived class.</summary>
    /// <param name="options">The options to configure.</param>
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
        // Without the recorder: the commands of a migration do not belong to a test.
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

    // Instances with the same configuration code share a template.
    private sealed record PoolKey(Type Type, MethodInfo? Configure);
}
