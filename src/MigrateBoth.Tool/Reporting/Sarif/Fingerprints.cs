using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Findings;

namespace MigrateBoth.Tool.Reporting.Sarif;

/// <summary>
/// Tells the same finding from another one across runs. It is made of what a finding is about and not of what it says: an alert keeps its history when a
/// line moves, a wording is improved, or the difference grows from three characters to five.
/// </summary>
internal static class Fingerprints
{
    /// <summary>The fingerprint of each finding, in order; findings about the same thing are numbered.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Finding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. findings.Select(finding =>
        {
            var identity = Identity(finding);
            seen[identity] = seen.GetValueOrDefault(identity) + 1;
            return $"{identity}:{seen[identity].ToString(CultureInfo.InvariantCulture)}";
        })];
    }

    private static string Identity(Finding finding)
    {
        // A name may hold any character but this one.
        var parts = string.Join('\0', finding.Rule, finding.Stage, finding.Engine?.Id() ?? "both", finding.Kind.ToString(), finding.Object.ToString());
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..32].ToLowerInvariant();
    }
}
