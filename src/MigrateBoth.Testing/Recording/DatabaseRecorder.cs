using System.Runtime.CompilerServices;

using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.TestNames;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.Testing.Recording;

/// <summary>
/// Tracks which test uses a database, and records its commands for that test. A database is used by one test at a time; contexts that were
/// made in a test stay that test's, and a framework that tells which test it runs is believed, so that tests which share a database in parallel
/// are distinguished where the framework makes it possible.
/// </summary>
internal sealed class DatabaseRecorder(RecordingSession session, string context)
{
    private readonly object _gate = new();
    private readonly ConditionalWeakTable<DbContext, TestScope> _contexts = [];
    private readonly List<TestScope> _open = [];
    private TestScope? _current;

    /// <summary>The test of the framework, or the current one, began to use the database; on a reset another run of it did.</summary>
    public void Observe(RunningTest? test, bool isReset)
    {
        lock (_gate)
        {
            if (isReset && !(test?.Run is { } run && _current?.Run == run) && _current is not null)
            {
                End(_current);
                _current = null;
            }

            if (test is null)
            {
                return;
            }

            if (test.Run is not null && _open.Find(scope => scope.Run == test.Run) is { } known)
            {
                _current = known;
                return;
            }

            if (test.Method is { } method && _current?.Method is { } current && !IsSame(current, method))
            {
                // No reset between two tests; without a framework's word, the other one is over.
                if (test.Run is null)
                {
                    End(_current);
                }

                _current = null;
            }

            _current ??= Begin();
            _current.Learn(test);
        }
    }

    /// <summary>A request was sent in a test; the server's side of it is on another stack. Believed by the recorders of the test's class.</summary>
    public void ObserveRequest(RunningTest test)
    {
        lock (_gate)
        {
            if (_current is null || _current.Class is null || test.Class?.IsAssignableFrom(_current.Class) != true)
            {
                return;
            }
        }

        Observe(test, isReset: false);
    }

    /// <summary>Everything the context does belongs to the test that runs now.</summary>
    public void Adopt(DbContext dbContext)
    {
        lock (_gate)
        {
            // One that a fixture or a constructor made may be used by any test: whose it is shows when it is used.
            if (_current?.Method is not null)
            {
                _contexts.AddOrUpdate(dbContext, _current);
            }
        }
    }

    /// <summary>The test that a context works for; looks for its name as long as it is not known.</summary>
    public TestScope? ScopeOf(DbContext? dbContext)
    {
        TestScope? scope = null;
        if (dbContext is not null)
        {
            _contexts.TryGetValue(dbContext, out scope);
        }

        if (scope?.Method is not null)
        {
            return scope; // Asked once, not for every command.
        }

        if (FrameworkContexts.Find() is { } told)
        {
            Observe(told, isReset: false);
            return scope ?? _current;
        }

        if (TestStack.Find() is { } found)
        {
            Observe(found, isReset: false);
        }

        return scope ?? _current;
    }

    public long NextSequence() => session.NextSequence();

    /// <summary>Writes a step of a test, or of none.</summary>
    public void Write(TestScope? scope, RecordedStep step, DbContext? dbContext)
    {
        var type = dbContext?.GetType().FullName ?? context;
        var own = session.Context is { } first && first != type ? step with { Context = type } : step;
        if (scope is null)
        {
            Write(own);
        }
        else
        {
            scope.Write(own);
        }
    }

    public void Write(RecordingLine line) => session.Write(line, context);

    /// <summary>The database is given back.</summary>
    public void Close()
    {
        lock (_gate)
        {
            foreach (var scope in _open.ToList())
            {
                End(scope);
            }

            _current = null;
        }

        session.Remove(this);
    }

    private TestScope Begin()
    {
        session.Add(this);
        var scope = new TestScope(this, session.NextTest());
        _open.Add(scope);
        return scope;
    }

    private void End(TestScope scope)
    {
        scope.End();
        _open.Remove(scope);
        session.Flush();
    }

    private static bool IsSame(TestMethod one, TestMethod other) =>
        one.Method == other.Method || (one.Method.Name == other.Method.Name && other.Class.IsAssignableFrom(one.Class));
}
