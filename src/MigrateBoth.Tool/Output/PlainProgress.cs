using System.Diagnostics;
using System.Globalization;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Output;

/// <summary>Progress as plain lines: for logs, pipes and build servers.</summary>
internal sealed class PlainProgress(TextWriter error, bool verbose, bool quiet) : IProgressDisplay
{
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
            error.WriteLine(Redaction.MaskSecrets(text));
        }
    }

    private sealed class Step : IProgressStep
    {
        private readonly PlainProgress _owner;
        private readonly string _title;
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private bool _ended;

        public Step(PlainProgress owner, string title)
        {
            (_owner, _title) = (owner, title);
            owner.Detail($"{title} ...");
        }

        public void Update(string text) => _owner.Detail($"{_title}: {text}");

        public void Succeed(string? note = null) => End(note);

        public void Fail(string? note = null) => End(note is null ? "failed" : $"failed: {note}");

        public void Dispose() => End("abandoned");

        private void End(string? note)
        {
            if (!_ended)
            {
                _ended = true;
                var seconds = _clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
                _owner.Info($"{_title}: {(note is null ? string.Empty : $"{note}, ")}{seconds} s");
            }
        }
    }
}
