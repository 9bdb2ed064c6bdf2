using MigrateBoth.Tool.Testing.Runners;

namespace MigrateBoth.Tool.Testing;

/// <summary>Follows a run by its output, so that a crash or a hang can be told by what ran last.</summary>
/// <param name="runner">Understands the output.</param>
/// <param name="progress">Told of every test that ended.</param>
/// <param name="observed">The tests that were seen to begin and not to end by other means than the output.</param>
internal sealed class TestWatch(ITestRunner runner, EngineProgress progress, Func<IReadOnlyList<string>> observed)
{
    private readonly object _gate = new();
    private readonly List<string> _running = [];
    private string? _ended;

    /// <summary>A sentence that names the tests that ran last.</summary>
    public string Last
    {
        get
        {
            lock (_gate)
            {
                var running = _running.Count > 0 ? _running : observed();
                return running.Count > 0 ? $"Running {(running.Count == 1 ? "was" : "were")} {string.Join(", ", running.Take(5))}{(running.Count > 5 ? $" and {running.Count - 5} more" : string.Empty)}."
                    : _ended is not null ? $"The last test that ended was {_ended}; what ran after it is not known."
                    : "No test had ended yet.";
            }
        }
    }

    public void OnLine(string line)
    {
        if (runner.Read(line) is not { } seen)
        {
            return;
        }

        lock (_gate)
        {
            if (seen.Outcome is null)
            {
                _running.Add(seen.Name);
                return;
            }

            _running.Remove(seen.Name);
            if (seen.Name == _ended)
            {
                return; // Some runners say FAIL and then FINISHED.
            }

            _ended = seen.Name;
        }

        progress.Ended(seen);
    }
}
