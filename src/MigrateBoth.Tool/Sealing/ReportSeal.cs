using System.Security.Cryptography;
using System.Text.Json;

namespace MigrateBoth.Tool.Sealing;

/// <summary>What is computed over a whole report to tell whether it is still as it was written.</summary>
internal static class ReportSeal
{
    /// <summary>The version of the member <c>seal</c>.</summary>
    public const int Version = 2;

    /// <summary>All of the report but what is made from it.</summary>
    /// <exception cref="JsonException">A member is there twice.</exception>
    public static byte[] Content(JsonElement report) => CanonicalJson.Of(report, path => path is "seal.integrity" or "seal.signature");

    /// <summary>The digest that anybody can compute.</summary>
    public static string Integrity(byte[] content) => $"sha256:{Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant()}";
}
