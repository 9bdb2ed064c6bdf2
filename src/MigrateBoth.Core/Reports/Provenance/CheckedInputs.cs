using System.Security.Cryptography;
using System.Text;

namespace MigrateBoth.Core.Reports.Provenance;

/// <summary>
/// Everything in a checkout that decides what a check finds, as digests. They are the same for the same commit on every machine: no absolute path,
/// no time, no kind of line end goes into them.
/// </summary>
/// <param name="Configuration">The configuration: the file, and what the command line and the environment make of it.</param>
/// <param name="Groups">The files; every group is there.</param>
public sealed record CheckedInputs(string Configuration, IReadOnlyDictionary<InputGroup, InputFiles> Groups)
{
    /// <summary>One digest of all of them.</summary>
    public string Digest => Of(Groups.OrderBy(group => group.Key).Select(group => $"{group.Key}={group.Value.Digest}").Prepend(Configuration));

    /// <summary>The digest of a text.</summary>
    public static string Of(string text) => $"sha256:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant()}";

    /// <summary>The digest of lines. None of them holds a line end.</summary>
    public static string Of(IEnumerable<string> lines) => Of(string.Concat(lines.Select(line => line + "\n")));
}
