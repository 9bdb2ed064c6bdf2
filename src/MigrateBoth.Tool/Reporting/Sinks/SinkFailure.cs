using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Reporting.Sinks;

/// <summary>What is said when a report cannot be written.</summary>
internal static class SinkFailure
{
    /// <summary>Whether an exception is about the destination and not a fault of the tool.</summary>
    public static bool IsOf(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>The error to report.</summary>
    public static MigrateBothException Of(string path, Exception exception) =>
        new(ExitCode.Incomplete, "report-not-written", $"The report '{path}' could not be written: {exception.Message}", "Name a path that can be written to.", exception);
}
