using System.Security.Cryptography;
using System.Text;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Sealing;

/// <summary>The secret that reports are signed with.</summary>
internal sealed class SealKey
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "MIGRATEBOTH_GATE_KEY";

    private const int MinimumLength = 32;

    // A signature for this purpose is no signature for another one that happens to use the same secret.
    private static readonly byte[] Purpose = Encoding.UTF8.GetBytes("migrate-both report 1\n");

    private readonly byte[] _key;

    private SealKey(byte[] key) => _key = key;

    /// <summary>The key of the environment, or null when there is none.</summary>
    /// <exception cref="MigrateBothException">78: too short to be a secret.</exception>
    public static SealKey? Read(ToolConsole console)
    {
        if (console.Variable(Variable)?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        var key = Encoding.UTF8.GetBytes(text);
        return key.Length >= MinimumLength
            ? new SealKey(key)
            : throw new MigrateBothException(
                ExitCode.Configuration, "key-too-short", $"{Variable} has {key.Length} bytes, and a key needs {MinimumLength}.", "Make one with: openssl rand -hex 32");
    }

    /// <summary>Whether the variable is set and holds nothing, as it is where a pipeline's secret is not handed out.</summary>
    public static bool IsEmpty(ToolConsole console) => console.Environment.TryGetValue(Variable, out var value) && string.IsNullOrWhiteSpace(value);

    /// <summary>Computes the signature of a report's content.</summary>
    public string Sign(byte[] content) => $"hmac-sha256:{Convert.ToHexString(Hash(content)).ToLowerInvariant()}";

    /// <summary>Whether a signature was made with this key. How long that takes says nothing about the right one.</summary>
    public bool IsSignedBy(string signature, byte[] content) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(content)));

    private byte[] Hash(byte[] content) => HMACSHA256.HashData(_key, (byte[])[.. Purpose, .. content]);
}
