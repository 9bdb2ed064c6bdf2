namespace MigrateBoth.Core.Errors;

/// <summary>
/// Something that stops the command and that its user can do something about. It is shown as a message and a hint, never as
/// a stack trace. Any other exception that reaches the top is a fault of the tool.
/// </summary>
public sealed class MigrateBothException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="exitCode">How the process ends.</param>
    /// <param name="code">A stable identifier in kebab-case, such as <c>project-not-found</c>.</param>
    /// <param name="message">What went wrong, where, and what was tried. No secrets: mask connection strings first.</param>
    /// <param name="hint">What to do next, or null when the message already says it.</param>
    /// <param name="innerException">The cause, shown with <c>--verbose</c> only.</param>
    public MigrateBothException(ExitCode exitCode, string code, string message, string? hint = null, Exception? innerException = null)
        : base(message, innerException)
    {
        ExitCode = exitCode;
        Code = code;
        Hint = hint;
    }

    /// <summary>How the process ends.</summary>
    public ExitCode ExitCode { get; }

    /// <summary>A stable identifier in kebab-case.</summary>
    public string Code { get; }

    /// <summary>What to do next, or null.</summary>
    public string? Hint { get; }
}
