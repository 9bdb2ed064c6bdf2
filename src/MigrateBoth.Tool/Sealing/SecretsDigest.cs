using System.Security.Cryptography;
using System.Text;

namespace MigrateBoth.Tool.Sealing;

/// <summary>
/// Shows whether the secrets of a configuration are still the same, without showing them: with the gate's key as an HMAC; without one as a slow, salted
/// hash, from which a short secret can be guessed at only with much work.
/// </summary>
/// <param name="Salt">In hexadecimal digits; another one in each report.</param>
/// <param name="Digest">The digest.</param>
internal sealed record SecretsDigest(string Salt, string Digest)
{
    private const int Rounds = 200_000;
    private const int Bytes = 32;

    /// <summary>The digest of secrets; null when there are none.</summary>
    /// <param name="secrets">A line for each.</param>
    /// <param name="key">The gate's key, or null.</param>
    /// <param name="salt">The salt of the report to compare with; null for a new one.</param>
    public static SecretsDigest? Of(IReadOnlyList<string> secrets, SealKey? key, string? salt = null)
    {
        if (secrets.Count == 0)
        {
            return null;
        }

        salt ??= Convert.ToHexString(RandomNumberGenerator.GetBytes(Bytes)).ToLowerInvariant();
        var content = Encoding.UTF8.GetBytes($"{salt}\n{string.Join('\n', secrets)}");
        return new SecretsDigest(salt, key?.Sign(content)
            ?? $"pbkdf2-sha256:{Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2(content, Encoding.UTF8.GetBytes(salt), Rounds, HashAlgorithmName.SHA256, Bytes)).ToLowerInvariant()}");
    }
}
