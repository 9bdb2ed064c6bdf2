using MigrateBoth.Testing.Recording;
using MigrateBoth.Testing.Servers;
using MigrateBoth.Testing.TestNames;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.Testing;

/// <summary>A database of the engine under test, independent of the context's type. It is created by <see cref="ParityDatabase{TContext}"/>.</summary>
public abstract class ParityDatabase : IDisposable, IAsyncDisposable
{
    private static readonly Lazy<bool> s_hasDeclarations = new(() => TestAssembly.Find() is { } assembly && TestAssembly.Declarations(assembly).Any());

    private readonly object _gate = new();
    private readonly DatabaseRecorder? _recorder;
    private ITestDatabase? _database;
    private TemplatePool? _pool;
    private ParityConnection? _connection;
    private bool _isUsed;
    private bool _isDisposed;

    private protected ParityDatabase(Type contextType)
    {
        _recorder = RecordingSession.Current is { } session ? new DatabaseRecorder(session, contextType.FullName ?? contextType.Name) : null;
        Interceptors = _recorder is null ? [] : RecordingInterceptors.For(_recorder);
    }

    /// <summary>The engine of this run: <c>MIGRATEBOTH_ENGINE</c>, SQLite when it is not set.</summary>
    /// <exception cref="ParityDatabaseException">The variable does not name an engine.</exception>
    public static Engine CurrentEngine => TestSettings.Current.Engine;

    /// <summary>Creates a database whose contexts are configured by a function; a derived class can override <c>Configure</c> instead.</summary>
    /// <typeparam name="TContext">The application's context.</typeparam>
    /// <param name="configure">Configures how contexts are created.</param>
    /// <returns>The database, which is created on first use.</returns>
    public static ParityDatabase<TContext> Create<TContext>(Action<ParityOptions<TContext>> configure)
        where TContext : DbContext => new(configure);

    /// <summary>The engine of this run.</summary>
    public Engine Engine { get; } = CurrentEngine;

    /// <summary>The ADO.NET connection string of the database, with its password.</summary>
    /// <exception cref="ParityDatabaseException">The database cannot be made.</exception>
    public string ConnectionString => Use().ConnectionString;

    /// <summary>The settings <c>DATABASE_TYPE</c> and <c>DATABASE_URL</c> for an application that selects its provider by configuration.</summary>
    /// <exception cref="ParityDatabaseException">The database cannot be made.</exception>
    public IReadOnlyDictionary<string, string?> Settings => Use().Settings;

    /// <summary>The connection, for options that the application creates itself.</summary>
    /// <exception cref="ParityDatabaseException">The database cannot be made.</exception>
    public ParityConnection Connection => Use();

    internal IReadOnlyList<IInterceptor> Interceptors { get; }

    /// <summary>
    /// Restores the state after the migrations: only their rows, and identity values from the start. Call it before every test; if the
    /// database was not used since the last call, it does nothing. Existing contexts keep their tracked entities: create new ones.
    /// </summary>
    /// <exception cref="ParityDatabaseException">Something still holds a transaction, or the database cannot be made.</exception>
    public void Reset()
    {
        Observe(isReset: true);
        ResetDatabase();
    }

    /// <summary>Does the same as <see cref="Reset"/> without blocking the caller.</summary>
    /// <returns>A task that completes when the database is reset.</returns>
    /// <exception cref="ParityDatabaseException">Something still holds a transaction, or the database cannot be made.</exception>
    public Task ResetAsync()
    {
        // Before the first asynchronous wait: afterwards the test is no longer on the stack.
        Observe(isReset: true);
        return Task.Run(ResetDatabase);
    }

    /// <summary>Gives the database back. It is removed at the end of the run at the latest.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the database back. It is removed at the end of the run at the latest.</summary>
    /// <returns>A completed task.</returns>
    public ValueTask DisposeAsync()
    {
        Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Returns the database to the pool.</summary>
    /// <param name="disposing">Always true.</param>
    protected virtual void Dispose(bool disposing)
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            if (_database is not null)
            {
                _pool!.Return(_database);
                _database = null;
            }
        }

        _recorder?.Close();
    }

    private protected abstract TemplatePool FindPool();

    private protected DatabaseRecorder? Recorder => _recorder;

    // Every access to the database goes through here: it is created on first use, and has to be reset afterwards.
    private protected ParityConnection Use()
    {
        Observe(isReset: false);
        lock (_gate)
        {
            _isUsed = true;
            return Connect();
        }
    }

    private void Observe(bool isReset)
    {
        if (_recorder is null && !s_hasDeclarations.Value)
        {
            return;
        }

        var test = RunningTest.Find();
        _recorder?.Observe(test, isReset);
        if (test?.Method?.OnlyOn is { } declaration && declaration.Engine != Engine)
        {
            throw FrameworkSkip.Create(OnlyOnAttribute.Message(declaration.Engine, declaration.Reason));
        }
    }

    private ParityConnection Connect()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_connection is null)
        {
            _pool = FindPool();
            _database = _pool.Rent();
            _connection = new ParityConnection(TestServers.Current, _database.ConnectionString, Interceptors);
        }

        return _connection;
    }

    private void ResetDatabase()
    {
        lock (_gate)
        {
            Connect();
            if (_isUsed)
            {
                Obstacles.Guard("The database of the tests could not be reset", () =>
                {
                    _database!.Reset();
                    return _isUsed = false;
                });
            }
        }
    }
}
