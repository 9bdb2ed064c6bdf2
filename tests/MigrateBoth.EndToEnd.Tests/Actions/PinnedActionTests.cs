using System.Text.RegularExpressions;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Actions;

/// <summary>A tag can be moved to other code after it was reviewed; a commit cannot.</summary>
public sealed partial class PinnedActionTests
{
    [Fact]
    public void Every_action_of_others_is_pinned_to_a_commit_and_names_its_version()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github"), "*.yml", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "workflows"), "*.yml"));
        var uses = files.SelectMany(file => Uses().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), What: match.Groups[1].Value.Trim()))).ToList();
        Assert.Contains(uses, use => use.What.StartsWith("github/codeql-action/", StringComparison.Ordinal));

        Assert.DoesNotContain(uses, use => !IsOurs(use.What) && !Pinned().IsMatch(use.What));
    }

    private static bool IsOurs(string use) =>
        use.StartsWith("./", StringComparison.Ordinal) || use.StartsWith("migrateboth/migrateboth/", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?:- )?uses:\s*(.+)$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
