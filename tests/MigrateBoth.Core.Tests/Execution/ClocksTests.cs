using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Execution;

namespace MigrateBoth.Core.Tests.Execution;

public sealed class ClocksTests
{
    [Theory]
    [InlineData("datetime('now', '+1 hour')", "now() + interval 1 hour")]
    [InlineData("datetime()", "utc_timestamp()")]
    [InlineData("CURRENT_TIMESTAMP", "current_timestamp(6)")]
    public void An_expression_that_reads_the_clock_may_be_slightly_later_on_one_engine(string left, string right) =>
        Assert.InRange(Clocks.ToleranceOf(Pair(left, right)), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));

    [Theory]
    [InlineData("datetime(At, '+1 hour')", "date_add(At, interval 1 hour)")]
    [InlineData("strftime('%Y', At)", "year(At)")]
    [InlineData("\"Now\" > 0", "`Now` > 0")]
    public void Dates_of_columns_are_no_clock(string left, string right) => Assert.Equal(TimeSpan.Zero, Clocks.ToleranceOf(Pair(left, right)));

    private static ExpressionPair Pair(string left, string right) => new(ExpressionUse.Generated, new ObjectPath("T", "X"), left, right);
}
