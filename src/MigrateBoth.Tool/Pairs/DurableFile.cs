using System.Security.Cryptography;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Pairs;

/// <summary>Files whose bytes are on the disk, not only in a cache, before the next step relies on them.</summary>
internal static class DurableFile
{
    /// <summary>Writes the whole file and waits for the disk.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Copies the whole file and waits for the disk.</summary>
    public static void Copy(string source, string destination)
    {
        Write(destination, File.ReadAllBytes(source));
        CopyMode(source, destination);
    }

    /// <summary>Gives the destination the source's permissions; a replaced file keeps the ones it had.</summary>
    public static void CopyMode(string source, string destination)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(destination, File.GetUnixFileMode(source));
        }
    }

    /// <summary>The file's SHA-256 in hex, or null when there is no such file.</summary>
    public static string? Hash(string path) => File.Exists(path) ? Hash(File.ReadAllBytes(path)) : null;

    /// <summary>The content's SHA-256 in hex.</summary>
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexString(SHA256.HashData(content));
}

/// <summary>Explains to the user why a file could not be written.</summary>
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
