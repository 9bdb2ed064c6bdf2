using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Configuration.Json;

namespace MigrateBoth.Core.Tests.Configuration;

public sealed class BaselineTextTests
{
    [Theory]
    [InlineData("{ }")]
    [InlineData("{\r\n\t\"layout\": \"folders\" // as ever\r\n}\r\n")]
    [InlineData("{ \"baseline\": null, \"rules\": { } }")]
    [InlineData("/* one line */ { \"context\": \"Shop\", }")]
    public void The_baseline_is_added_and_everything_else_stays(string text)
    {
        var baseline = new HistoryBaseline("20250101000000_Init", null);

        var changed = BaselineText.Add("/shop/migrateboth.json", text, baseline);

        var (before, after) = (ConfigurationFile.Parse("/shop/migrateboth.json", text), ConfigurationFile.Parse("/shop/migrateboth.json", changed));
        Assert.Equal(baseline, after.Baseline);
        Assert.Equal((before.Context, before.Layout), (after.Context, after.Layout));
        Assert.All(text.Split([' ', '\t', '\r', '\n', '{', '}', ','], StringSplitOptions.RemoveEmptyEntries).Except(["null"]), word => Assert.Contains(word, changed, StringComparison.Ordinal));
    }

    [Fact]
    public void A_baseline_that_is_there_is_not_replaced() =>
        Assert.Throws<InvalidOperationException>(() =>
            BaselineText.Add("/shop/migrateboth.json", """{ "baseline": { "sqlite": "A" } }""", new HistoryBaseline("B", null)));
}
