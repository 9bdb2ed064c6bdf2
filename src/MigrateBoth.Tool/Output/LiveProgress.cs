using MigrateBoth.Core.Errors;
using Spectre.Console;

namespace MigrateBoth.Tool.Output;

/// <summary>Progress on a terminal: a list of steps that moves, and stays as it ended.</summary>
internal sealed class LiveProgress : IProgressDisplay
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);

    private readonly IAnsiConsole _console;
    private readonly List<LiveStep> _steps = [];
    private readonly Queue<Text> _lines = [];
    private readonly object _gate = new();
    private readonly CancellationTokenSource _end = new();
    private Task? _drawing;

    public LiveProgress(TextWriter error, int width, bool color) => _console = Terminal.Open(error, width, color, cursor: true);

    public IProgressStep Begin(string title)
    {
        lock (_gate)
        {
            var step = new LiveStep(title);
            _steps.Add(step);
            _drawing ??= Task.Run(DrawAsync);
            return step;
        }
    }

    public void Info(string text) => Write(text, Style.Plain);

    public void Warning(string text) => Write($"warning: {text}", new Style(Color.Yellow));

    /// <summary>Nothing: details are for plain lines (<c>--verbose</c>).</summary>
    public void Detail(string text)
    {
    }

    public void Dispose()
    {
        _end.Cancel();
        _drawing?.GetAwaiter().GetResult();
        WriteLines();
        _end.Dispose();
    }

    /// <summary>
    /// Lines wait for the task that draws, if there is one. The list locks itself, then the console; a line written meanwhile by another thread
    /// locks the console, then the list: each would wait for the other.
    /// </summary>
    private void Write(string text, Style style)
    {
        lock (_gate)
        {
            _lines.Enqueue(new Text(Redaction.MaskSecrets(text) + "\n", style));
            if (_drawing is null)
            {
                WriteLines();
            }
        }
    }

    private void WriteLines()
    {
        lock (_gate)
        {
            while (_lines.TryDequeue(out var line))
            {
                _console.Write(line);
            }
        }
    }

    private Task DrawAsync() => _console.Live(Text.Empty).StartAsync(async live =>
    {
        for (var frame = 0; !_end.IsCancellationRequested; frame++)
        {
            WriteLines();
            live.UpdateTarget(Draw(frame));
            // The end of the command ends the wait; the last state is drawn below.
            await Task.Delay(Frame, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        WriteLines();
        live.UpdateTarget(Draw(frame: 0));
    });

    private Grid Draw(int frame)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap());
        lock (_gate)
        {
            foreach (var step in _steps)
            {
                grid.AddRow(step.Draw(frame));
            }
        }

        return grid;
    }
}
