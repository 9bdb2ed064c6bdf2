using System.Diagnostics;
using System.Globalization;

namespace MigrateBoth.Tool.Output;

/// <summary>Progress as plain lines: for logs, pipes and build servers.</summary>
internal sealed class PlainProgress(TextWriter error, bool verbose, bool quiet, TimeSpan? silence = null) : IProgressDisplay
{
    // Longer than nearly every step takes, shorter than a person or a build server waits before taking it for hung.
    private readonly TimeSpan _silence = silence ?? TimeSpan.FromSeconds(20);

    private readonly object _gate = new();

    public IProgressStep Begin(string title) => new Step(this, title);

    public void Info(string text)
    {
        if (!quiet)
        {
            Write(text);
        }
    }

    public void Warning(string text) => Write($"warning: {text}");

    public void Detail(string text)
    {
        if (verbose)
        {
            Write(text);
        }
    }

    public void Dispose()
    {
    }

    private void Write(string text)
    {
        lock (_gate)
        {
            error.WriteLine(text);
        }
    }

    private sealed class Step : IProgressStep
    {
        private readonly PlainProgress _owner;
        private readonly string _title;
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private readonly Timer _alive;
        private volatile string _text = string.Empty;
        private volatile bool _ended;

        public Step(PlainProgress owner, string title)
        {
            (_owner, _title) = (owner, title);
            owner.Detail($"{title} ...");
            _alive = new Timer(_ => TellAlive(), null, owner._silence, owner._silence);
        }

        public void Update(string text)
        {
            _text = text;
            _owner.Detail($"{_title}: {text}");
        }

        private void TellAlive()
        {
            if (!_ended)
            {
                _owner.Info($"{_title}: still running after {_clock.Elapsed.TotalSeconds:0} s{(_text.Length > 0 ? $", {_text}" : string.Empty)}");
            }
        }

        public void Succeed(string? note = null) => End(note);

        public void Fail(string? note = null) => End(note is null ? "failed" : $"failed: {note}");

        public void Dispose() => End("abandoned");

        private void End(string? note)
        {
            if (!_ended)
            {
                _ended = true;
                _alive.Dispose();
                var seconds = _clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
                _owner.Info($"{_title}: {(note is null ? string.Empty : $"{note}, ")}{seconds} s");
            }
        }
    }
}
