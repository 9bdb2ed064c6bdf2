namespace MigrateBoth.Tool.Output;

/// <summary>What a person is told on stderr while a command works. Safe to call from several threads.</summary>
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
