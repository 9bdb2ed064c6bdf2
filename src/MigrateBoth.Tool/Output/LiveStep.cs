using System.Diagnostics;
using System.Globalization;
using MigrateBoth.Core.Errors;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MigrateBoth.Tool.Output;

/// <summary>A line of <see cref="LiveProgress"/>.</summary>
internal sealed class LiveStep(string title) : IProgressStep
{
    private static readonly IReadOnlyList<string> Spinner = Spectre.Console.Spinner.Known.Line.Frames;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private volatile string _text = string.Empty;
    private volatile Mark _mark = Mark.Running;

    private enum Mark
    {
        Running,
        Succeeded,
        Failed,
        Abandoned,
    }

    public void Update(string text)
    {
        if (_mark == Mark.Running)
        {
            _text = Redaction.MaskSecrets(text);
        }
    }

    public void Succeed(string? note = null) => End(Mark.Succeeded, note);

    public void Fail(string? note = null) => End(Mark.Failed, note);

    public void Dispose() => End(Mark.Abandoned, null);

    /// <summary>Mark and title, what it does, how long it has taken.</summary>
    public IRenderable[] Draw(int frame) =>
    [
        _mark switch
        {
            Mark.Running => new Text($"{Spinner[frame % Spinner.Count]} {title}", new Style(Color.Blue)),
            Mark.Succeeded => new Text($"+ {title}", new Style(Color.Green)),
            Mark.Failed => new Text($"x {title}", new Style(Color.Red)),
            _ => new Text($"- {title}", new Style(Color.Grey)),
        },
        new Text($"{_clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s", new Style(Color.Grey)).RightJustified(),
        new Text(_text, Style.Plain).Overflow(Overflow.Ellipsis),
    ];

    private void End(Mark mark, string? note)
    {
        if (_mark == Mark.Running)
        {
            _clock.Stop();
            _text = Redaction.MaskSecrets(note);
            _mark = mark;
        }
    }
}
