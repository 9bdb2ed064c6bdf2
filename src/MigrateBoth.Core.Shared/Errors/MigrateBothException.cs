namespace MigrateBoth.Core.Errors;

/// <summary>The process's exit codes; part of the command line's contract.</summary>
public enum ExitCode
{
    /// <summary>Done; for checks: everything asked for was checked and nothing at or above <c>--fail-on</c> was found.</summary>
    Ok = 0,

    /// <summary>Checked, and something at or above <c>--fail-on</c> was found.</summary>
    Found = 1,

    /// <summary>Could not finish or could not verify.</summary>
    Incomplete = 2,

    /// <summary>Wrong usage: unknown command or option, missing argument.</summary>
    Usage = 64,

    /// <summary>An internal error of the tool.</summary>
    Internal = 70,

    /// <summary>Wrong configuration: well formed values that point at nothing, unknown keys, contradictions.</summary>
    Configuration = 78,

    /// <summary>Interrupted (SIGINT), after cleaning up.</summary>
    Interrupted = 130,

    /// <summary>Terminated (SIGTERM), after cleaning up.</summary>
    Terminated = 143,
}

/// <summary>
/// Something that stops the command and that its user can do something about. It is shown as a message and a hint, never as
/// a stack trace. Any other exception that reaches the top is an internal error of the tool.
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
