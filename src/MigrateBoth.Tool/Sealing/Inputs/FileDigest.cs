using System.Security.Cryptography;
using System.Text;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>The digest of a file as it is committed: git may check text out with other line ends than it keeps.</summary>
internal static class FileDigest
{
    // As git decides it: what holds a NUL early is binary and is not touched.
    private const int Looked = 8_000;

    /// <summary>What represents a file: its content, and of a link where it leads too.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Read(string file)
    {
        if (new FileInfo(file).LinkTarget is not { } target)
        {
            return File.ReadAllBytes(file);
        }

        return [.. Encoding.UTF8.GetBytes($"link: {target.Replace('\\', '/')}\n"), .. File.Exists(file) ? File.ReadAllBytes(file) : []];
    }

    /// <summary>64 hexadecimal digits.</summary>
    public static string Of(byte[] content)
    {
        var isText = !content.AsSpan(0, Math.Min(content.Length, Looked)).Contains((byte)0);
        return Convert.ToHexString(SHA256.HashData(isText ? WithLineFeeds(content) : content)).ToLowerInvariant();
    }

    private static ReadOnlySpan<byte> WithLineFeeds(byte[] content)
    {
        if (!content.AsSpan().Contains((byte)'\r'))
        {
            return content;
        }

        var length = 0;
        var text = new byte[content.Length];
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '\r' || i + 1 == content.Length || content[i + 1] != '\n')
            {
                text[length++] = content[i];
            }
        }

        return text.AsSpan(0, length);
    }
}
