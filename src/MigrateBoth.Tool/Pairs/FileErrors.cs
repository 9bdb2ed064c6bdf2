using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Pairs;

/// <summary>Tells in the user's words why a file could not be written.</summary>
internal static class FileErrors
{
    // IOException.HResult holds errno on Unix and an HRESULT on Windows.
    private const int NoSpaceLeft = 28;
    private const int QuotaExceededLinux = 122;
    private const int QuotaExceededMac = 69;
    private const int ReadOnlyFileSystem = 30;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsWriteProtected = unchecked((int)0x80070013);

    /// <summary>The error for a write that failed; nothing of the change stays behind.</summary>
    /// <param name="exception">What the operating system said.</param>
    /// <param name="path">The file concerned.</param>
    public static MigrateBothException Translate(Exception exception, string path)
    {
        var folder = Path.GetDirectoryName(path) ?? path;
        return exception switch
        {
            UnauthorizedAccessException or IOException { HResult: ReadOnlyFileSystem or WindowsWriteProtected } => new(
                ExitCode.Incomplete,
                "migrations-not-writable",
                $"The folder '{folder}' cannot be written: {exception.Message} Nothing was changed.",
                "Give yourself write permission to the folder and its files (or remount it writable), then run the command again.",
                exception),
            IOException { HResult: NoSpaceLeft or QuotaExceededLinux or QuotaExceededMac or WindowsDiskFull or WindowsHandleDiskFull } => new(
                ExitCode.Incomplete,
                "disk-full",
                $"There is no space left on the disk of '{folder}'. Nothing was changed.",
                "Free some space and run the command again.",
                exception),
            _ => new(
                ExitCode.Incomplete,
                "migrations-not-written",
                $"'{path}' could not be written: {exception.Message} Nothing was changed.",
                "Close programs that hold the file open and run the command again.",
                exception),
        };
    }
}
