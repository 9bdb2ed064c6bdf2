using MigrateBoth.Testing.Recording;
using MigrateBoth.Testing.Servers;
using MigrateBoth.Testing.TestNames;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.Testing;

/// <summary>A database of the engine under test, apart from its context's type. Made by <see cref="ParityDatabase{TContext}"/>.</summary>
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
    /// <exception cref="ParityDatabaseException">The variable names no engine.</exception>
    public static Engine CurrentEngine => TestSettings.Current.Engine;

    /// <summary>A database whose contexts are made as a function says; a derived class may override <c>Configure</c> instead.</summary>
    /// <typeparam name="TContext">The application's context.</typeparam>
    /// <param name="configure">Says how the application makes its contexts.</param>
    /// <returns>The database, which is made when it is first used.</returns>
    public static ParityDatabase<TContext> Create<TContext>(Action<ParityOptions<TContext>> configure)
        where TContext : DbContext => new(configure);

    /// <summary>The engine of this run.</summary>
    public Engine Engine { get; } = CurrentEngine;

    /// <summary>The ADO.NET connection string of the database, with its password.</summary>
    /// <exception cref="ParityDatabaseException">The database cannot be made.</exception>
    public string ConnectionString => Use().ConnectionString;

    /// <summary>The settings <c>DATABASE_TYPE</c> and <c>DATABASE_URL</c> for an application that chooses its provider by configuration.</summary>
    /// <exception cref="ParityDatabaseException">The database cannot be made.</exception>
    public IReadOnlyDictionary<string, string?> Settings => Use().Settings;

    /// <summary>The connection, for options that the application makes itself.</summary>
    /// <exception cref="ParityDatabaseException">The database cannot be made.</exception>
    public ParityConnection Connection => Use();

    internal IReadOnlyList<IInterceptor> Interceptors { get; }

    /// <summary>
    /// Puts the database back to what the migrations made of it: their rows, identity values from the start, nothing else. Call it before every
    /// test; where nothing was used since the last time it does nothing. Contexts of before keep what they track: make new ones.
    /// </summary>
    /// <exception cref="ParityDatabaseException">Something still holds a transaction, or the database cannot be made.</exception>
    public void Reset()
    {
        Observe(isReset: true);
        ResetDatabase();
    }

    /// <summary>As <see cref="Reset"/>, without blocking the caller.</summary>
    /// <returns>Completes when the database is as the migrations made it.</returns>
    /// <exception cref="ParityDatabaseException">Something still holds a transaction, or the database cannot be made.</exception>
    public Task ResetAsync()
    {
        // Before anything waits: later, the test is no longer on the stack.
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
    /// <returns>Completes at once.</returns>
    public ValueTask DisposeAsync()
    {
        Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Gives the database back.</summary>
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

    // Everything that hands the database out comes through here: it is made now, not before, and will have to be reset.
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
