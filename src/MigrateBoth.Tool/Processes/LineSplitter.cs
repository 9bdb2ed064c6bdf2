using System.Text;

namespace MigrateBoth.Tool.Processes;

/// <summary>Hands on what comes in pieces line by line; what follows the last line end waits for its own.</summary>
internal sealed class LineSplitter(Action<string>? onLine)
{
    private const int LongestLine = 1024 * 1024;

    private readonly StringBuilder _pending = new();

    public void Add(ReadOnlySpan<char> piece)
    {
        if (onLine is null)
        {
            return;
        }

        foreach (var c in piece)
        {
            if (c == '\n')
            {
                onLine(_pending.ToString().TrimEnd('\r'));
                _pending.Clear();
            }
            else if (_pending.Length < LongestLine)
            {
                _pending.Append(c);
            }
        }
    }
}
