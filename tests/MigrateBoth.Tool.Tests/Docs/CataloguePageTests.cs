using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Tests.Docs;

/// <summary>docs/catalogue.md has every row that a rule, a message, a comment, a test or another page cites, and each once.</summary>
public sealed partial class CataloguePageTests
{
    private static readonly string[] Rows = [.. Row().Matches(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "catalogue.md"))).Select(row => row.Groups[1].Value)];

    [Fact]
    public void Every_row_that_is_cited_exists()
    {
        var cited = Files().SelectMany(file => Citation().Matches(File.ReadAllText(file)).Select(row => (Row: row.Value, File: Path.GetRelativePath(Checkout.Root, file)))).ToList();

        Assert.True(cited.Count > 150, $"{cited.Count} found");
        Assert.Empty(cited.Where(citation => !Rows.Contains(citation.Row)).Distinct());
    }

    [Fact]
    public void A_row_occurs_once() => Assert.Empty(Rows.GroupBy(row => row).Where(row => row.Count() > 1).Select(row => row.Key));

    private static IEnumerable<string> Files() => new[] { "src", "docs", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cs" or ".md")
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| ([SMCQE]-\d\d) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\b[SMCQE]-\d\d\b")]
    private static partial Regex Citation();
}
