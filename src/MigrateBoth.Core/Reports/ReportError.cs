using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Reports;

/// <summary>What kept a check from finishing, beside what could be checked all the same.</summary>
/// <param name="Code">A stable identifier in kebab-case.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Hint">What to do next, or null.</param>
public sealed record ReportError(string Code, string Message, string? Hint)
{
    /// <summary>The error of an exception; secrets are masked.</summary>
    public static ReportError From(MigrateBothException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new ReportError(
            exception.Code,
            exception.Message,
            exception.Hint);
    }
}
