using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Rules;

namespace MigrateBoth.Core.Tests.Rules;

public sealed class WordingTests
{
    private static readonly SchemaDifference Missing = new()
    {
        Kind = DifferenceKind.MissingTable,
        ObjectKind = ObjectKind.Table,
        Object = new("Invoices"),
        LeftEngine = Engine.Sqlite,
        RightEngine = Engine.MySql,
        Left = "table of 3 columns",
    };

    [Theory]
    [InlineData(null, "Create it in a MySQL migration, or drop it in a SQLite one.")]
    [InlineData(Engine.MySql, "Create it in a MySQL migration.")]
    [InlineData(Engine.Sqlite, "Drop it in a SQLite migration, or bring it into the model.")]
    public void The_advice_goes_to_the_side_that_is_wrong(Engine? atFault, string advice) =>
        Assert.Equal(advice, (Missing with { AtFault = atFault }).AddOrDrop("Create"));

    [Fact]
    public void Many_consequences_are_counted_and_few_are_named()
    {
        Assert.Equal(string.Empty, Missing.Along());
        Assert.Equal("; so A, B cannot agree either", (Missing with { Consequences = ["A", "B"] }).Along());
        Assert.Equal("; so A, B, C and 2 more cannot agree either", (Missing with { Consequences = ["A", "B", "C", "D", "E"] }).Along());
    }
}
