namespace MigrateBoth.Tool.DesignHost;

/// <summary>The last lines of a stream: enough to see why a process died, however much it prints.</summary>
internal sealed class OutputTail
{
    private const int Capacity = 40;

    private readonly Queue<string> _lines = new(Capacity);

    public void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            if (_lines.Count == Capacity)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
        }
    }

    /// <summary>The last lines that say something, at most <paramref name="count"/>.</summary>
    public IReadOnlyList<string> Last(int count)
    {
        lock (_lines)
        {
            return [.. _lines.Where(line => !string.IsNullOrWhiteSpace(line)).TakeLast(count)];
        }
    }
}
