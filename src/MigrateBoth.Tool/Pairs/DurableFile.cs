using System.Security.Cryptography;

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
