namespace MigrateBoth.Tool.Output;

/// <summary>A step that runs. Disposed without a word it is shown as abandoned.</summary>
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
