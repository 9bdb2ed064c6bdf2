using System.Security.Cryptography;
using System.Text;

namespace MigrateBoth.Core.Reports.Provenance;

/// <summary>What a check was made from and the options that were requested: with it a release gate tells whether the report is about the commit at hand.</summary>
public sealed record CheckProvenance
{
    /// <summary>When the check ended.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The files and the configuration, or null when they could not be told; then <see cref="Obstacle"/> says why.</summary>
    public CheckedInputs? Inputs { get; init; }

    /// <summary>Why <see cref="Inputs"/> is null.</summary>
    public string? Obstacle { get; init; }

    /// <summary>What was built from them; null where nothing was, or where MSBuild could not be reached.</summary>
    public BuildFacts? Build { get; init; }

    /// <summary>Why it is not certain that what was checked was built from exactly these sources; null where it is.</summary>
    public string? NotBuilt { get; init; }

    /// <summary>The filter of a suite that was not run whole, or null.</summary>
    public string? Filter { get; init; }

    /// <summary>The part of a suite that was not run whole, such as <c>2/3</c>, or null.</summary>
    public string? Shard { get; init; }
}

/// <summary>What a build was made with beside the files of the checkout, as MSBuild says it. Paths are relative to the configuration's folder.</summary>
/// <param name="Sdk">The version of the .NET SDK.</param>
/// <param name="Elsewhere">Files that MSBuild read from outside the checkout, or that git ignores: digests by path.</param>
/// <param name="Packages">The resolved packages with their versions and contents: a digest by the file that NuGet lists them in.</param>
/// <param name="Assemblies">The assemblies that were checked: digests by path.</param>
public sealed record BuildFacts(
    string Sdk, IReadOnlyDictionary<string, string> Elsewhere, IReadOnlyDictionary<string, string> Packages, IReadOnlyDictionary<string, string> Assemblies);

/// <summary>
/// Everything in a checkout that can decide what a check finds, as digests. They are the same for the same commit on every machine: no absolute path,
/// no time, no kind of line end goes into them.
/// </summary>
/// <param name="Configuration">The configuration: the file, and what the command line and the environment make of it.</param>
/// <param name="Groups">The files; every group is there.</param>
public sealed record CheckedInputs(string Configuration, IReadOnlyDictionary<InputGroup, InputFiles> Groups)
{
    /// <summary>The patterns of the files that are declared not to count.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>What the configuration holds that is secret, a line for each. It goes into <see cref="Configuration"/> as a mask, and into a report as a keyed digest only.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>One digest of all of them, the secrets left out.</summary>
    public string Digest => Of(Groups.OrderBy(group => group.Key).Select(group => $"{group.Key}={group.Value.Digest}").Prepend(Configuration));

    /// <summary>The files that differ between two states, with what became of them: <c>added</c>, <c>changed</c> or <c>removed</c>.</summary>
    /// <param name="then">The earlier state.</param>
    /// <param name="now">The later state.</param>
    public static IReadOnlyList<FileChange> Changes(CheckedInputs then, CheckedInputs now)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(now);
        return [.. then.Groups.Keys.SelectMany(group => FileChange.Between(then.Groups[group].Files, now.Groups[group].Files))];
    }

    /// <summary>The digest of a text.</summary>
    public static string Of(string text) => $"sha256:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant()}";

    /// <summary>The digest of lines. None of them holds a line end.</summary>
    public static string Of(IEnumerable<string> lines) => Of(string.Concat(lines.Select(line => line + "\n")));
}

/// <summary>The files of one group.</summary>
/// <param name="Digest">The digest of all their paths and contents.</param>
/// <param name="Files">The beginning of each file's digest by its path: it names what changed, and proves nothing.</param>
public sealed record InputFiles(string Digest, IReadOnlyDictionary<string, string> Files);

/// <summary>What kind of input a file is. It decides what a refusal says; all of them have to be the same.</summary>
public enum InputGroup
{
    /// <summary>Migrations and snapshots of both sides, and SQL files.</summary>
    Migrations,

    /// <summary>All other files of the checkout.</summary>
    Model,

    /// <summary>Project files and what they import: packages and their versions, compiler switches.</summary>
    Build,

    /// <summary>The files of the test projects.</summary>
    Tests,
}

/// <summary>A file that is not what it was.</summary>
/// <param name="Path">Its path from the configuration's folder.</param>
/// <param name="Change"><c>added</c>, <c>changed</c> or <c>removed</c>.</param>
public sealed record FileChange(string Path, string Change)
{
    /// <summary>What changed between two states.</summary>
    /// <param name="then">The digests of the earlier state, by path.</param>
    /// <param name="now">The digests of the later state, by path.</param>
    public static IReadOnlyList<FileChange> Between(IReadOnlyDictionary<string, string> then, IReadOnlyDictionary<string, string> now)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(now);
        return
        [
            .. from path in then.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
               let was = then.GetValueOrDefault(path)
               let @is = now.GetValueOrDefault(path)
               where was != @is
               select new FileChange(path, was is null ? "added" : @is is null ? "removed" : "changed"),
        ];
    }
}
