namespace MigrateBoth.Tool.Output;

/// <summary>Shows the progress of a command on stderr. Thread-safe.</summary>
internal interface IProgressDisplay : IDisposable
{
    /// <summary>Begins a step; several may run at once. Disposing the step ends it.</summary>
    /// <param name="title">A few words, such as <c>build</c> or <c>MySQL server</c>.</param>
    IProgressStep Begin(string title);

    /// <summary>A line worth showing unless <c>--quiet</c>.</summary>
    void Info(string text);

    /// <summary>A line that is always shown.</summary>
    void Warning(string text);

    /// <summary>A line for <c>--verbose</c>.</summary>
    void Detail(string text);
}

/// <summary>A running step. If it is disposed without a result, it is shown as abandoned.</summary>
internal interface IProgressStep : IDisposable
{
    /// <summary>What it is doing right now.</summary>
    void Update(string text);

    /// <summary>It is done.</summary>
    /// <param name="note">What came of it, in a few words, or null.</param>
    void Succeed(string? note = null);

    /// <summary>It went wrong; the reason is told elsewhere.</summary>
    /// <param name="note">A few words, or null.</param>
    void Fail(string? note = null);
}

/// <summary>Shows what a part reports as what a step is doing; at once and in order, which <see cref="Progress{T}"/> does not promise.</summary>
internal sealed class StepProgress(IProgressStep step) : IProgress<string>
{
    public void Report(string value) => step.Update(value);
}
