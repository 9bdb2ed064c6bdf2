using System.Reflection;

using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.Servers;
using MigrateBoth.Testing.TestNames;

namespace MigrateBoth.Testing.Recording;

/// <summary>The recording of this process. Off, that is null, unless <c>MIGRATEBOTH_RECORDING</c> names a directory.</summary>
internal sealed class RecordingSession : IDisposable
{
    private static readonly Lazy<RecordingSession?> s_current = new(() =>
    {
        if (TestSettings.Current.RecordingDirectory is not { } directory)
        {
            return null;
        }

        var session = new RecordingSession(directory, TestSettings.Current.Engine, Version, TestAssembly.Find());
        HttpRequestListener.Start(session);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => session.Dispose();
        return session;
    });

    private static readonly TimeSpan s_flushInterval = TimeSpan.FromMilliseconds(500);

    private readonly object _gate = new();
    private readonly string _directory;
    private readonly Engine _engine;
    private readonly Func<string?> _version;
    private readonly Assembly? _assembly;
    private readonly HashSet<DatabaseRecorder> _recorders = [];
    private RecordingWriter? _writer;
    private Timer? _flushes;
    private long _sequence;
    private int _tests;

    public RecordingSession(string directory, Engine engine, Func<string?> version, Assembly? assembly)
    {
        _directory = directory;
        _engine = engine;
        _version = version;
        _assembly = assembly;
    }

    public static RecordingSession? Current => s_current.Value;

    /// <summary>The context that the head of the recording names; null before the first line.</summary>
    public string? Context { get; private set; }

    public long NextSequence() => Interlocked.Increment(ref _sequence);

    public int NextTest() => Interlocked.Increment(ref _tests);

    /// <summary>Those recorders whose databases are in use.</summary>
    public IReadOnlyList<DatabaseRecorder> Recorders
    {
        get
        {
            lock (_gate)
            {
                return [.. _recorders];
            }
        }
    }

    public void Add(DatabaseRecorder recorder)
    {
        lock (_gate)
        {
            _recorders.Add(recorder);
        }
    }

    /// <summary>A database is not used any more. With the last one the recording may be over, and is written out.</summary>
    public void Remove(DatabaseRecorder recorder)
    {
        lock (_gate)
        {
            if (_recorders.Remove(recorder) && _recorders.Count == 0)
            {
                _writer?.End();
            }
        }
    }

    /// <summary>Writes a line; the first one opens the file.</summary>
    /// <param name="line">The line.</param>
    /// <param name="context">The context it is of.</param>
    public void Write(RecordingLine line, string? context) =>
        Writer(context).Write(line is RecordedStep step ? step with { At = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() } : line);

    /// <summary>Survives a crash up to here.</summary>
    public void Flush() => _writer?.Flush();

    public void Dispose()
    {
        lock (_gate)
        {
            _flushes?.Dispose();
            _writer?.Dispose();
        }
    }

    private RecordingWriter Writer(string? context)
    {
        if (_writer is { } open)
        {
            return open;
        }

        lock (_gate)
        {
            if (_writer is null)
            {
                Context = context;
                var name = _assembly?.GetName().Name ?? "tests";
                _writer = RecordingWriter.Create(_directory, new SessionStarted(
                    RecordingFormat.Version, _engine.Id(), _version(), _engine.Provider(), context, name, Environment.ProcessId, DateTime.UtcNow));
                // A test that hangs is killed: what it did until shortly before is then in the file.
                _flushes = new Timer(_ => Flush(), null, s_flushInterval, s_flushInterval);
                foreach (var (test, declaration) in _assembly is null ? [] : TestAssembly.Declarations(_assembly))
                {
                    _writer.Write(new OnlyOnDeclared(test, declaration.Engine.Id(), declaration.Reason));
                }
            }

            return _writer;
        }
    }

    // A server that cannot be used has none, and a recording all the same, which says so. While it fails to start, it cannot be reached either.
    private static string? Version()
    {
        try
        {
            return TestServers.Current.Version;
        }
        catch (Exception e) when (e is ParityDatabaseException or InvalidOperationException)
        {
            return null;
        }
    }
}
