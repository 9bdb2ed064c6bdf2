using System.Globalization;
using MigrateBoth.Core.Rules;
using MigrateBoth.Detection.Tests.Limits;

namespace MigrateBoth.Detection.Tests;

public sealed class LimitsPageTests
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
}
