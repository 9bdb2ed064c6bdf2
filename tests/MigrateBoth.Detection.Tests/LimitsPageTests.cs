using System.Globalization;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Rules;
using MigrateBoth.Detection.Tests.Limits;
using MigrateBoth.Detection.Tests.Shop;

namespace MigrateBoth.Detection.Tests;

public sealed partial class LimitsPageTests
{
    private static readonly string[] Answers = ["found", "refused", "stops", "equal", "not checked"];

    [Fact]
    public void Every_schema_row_of_the_catalogue_has_an_answer()
    {
        Assert.Equal(Enumerable.Range(1, 83).Select(number => string.Create(CultureInfo.InvariantCulture, $"S-{number:00}")), LimitsPage.Rows.Select(row => row.Id));
        Assert.All(LimitsPage.Rows, row => Assert.Contains(Answers, answer => row.Answer.StartsWith(answer, StringComparison.Ordinal)));
        Assert.All(LimitsPage.Rows.SelectMany(row => row.Rules), rule => Assert.Contains(rule, RuleSet.ById.Keys));
        Assert.All(LimitsPage.Rows.Where(row => row.Answer.StartsWith("found", StringComparison.Ordinal)), row => Assert.NotEmpty(row.Rules));
    }

    [Fact]
    public void Every_row_about_migrations_and_behaviour_is_provoked_or_has_a_reason()
    {
        var provoked = RowsOf("roundtrip.md").Concat(RowsOf("behaviour.md")).ToHashSet(StringComparer.Ordinal);
        var excused = RowsOf("limits.md").ToHashSet(StringComparer.Ordinal);

        (string Letter, int Count)[] catalogue = [("M", 57), ("C", 56), ("Q", 12), ("E", 10)];
        foreach (var id in catalogue.SelectMany(part => Enumerable.Range(1, part.Count).Select(number => $"{part.Letter}-{number:00}")))
        {
            Assert.True(provoked.Contains(id) != excused.Contains(id), $"{id} is {(excused.Contains(id) ? "both provoked and excused" : "neither provoked nor excused")}");
        }
    }

    /// <summary>The rows that the first cells of a page's tables name, <c>M-51 to M-57</c> being seven.</summary>
    private static IEnumerable<string> RowsOf(string page) =>
        from line in File.ReadLines(Path.Combine(Repository.Directory, "docs", page))
        where line.StartsWith("| ", StringComparison.Ordinal)
        from Match match in Range().Matches(line.Split('|')[1])
        let letter = match.Groups["letter"].Value
        let first = int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture)
        let last = match.Groups["last"] is { Success: true } end ? int.Parse(end.Value, CultureInfo.InvariantCulture) : first
        from number in Enumerable.Range(first, last - first + 1)
        select $"{letter}-{number:00}";

    [GeneratedRegex(@"(?<letter>[MCQE])-(?<first>\d\d)(?: to \k<letter>-(?<last>\d\d))?")]
    private static partial Regex Range();
}
