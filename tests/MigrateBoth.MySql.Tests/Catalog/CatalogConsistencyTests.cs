using MigrateBoth.MySql.Catalog;

namespace MigrateBoth.MySql.Tests.Catalog;

/// <summary>Tables that come and go between two queries.</summary>
public sealed class CatalogConsistencyTests
{
    private static readonly CatalogRows Sound = new()
    {
        Database = new DatabaseRow("d", "utf8mb4", "utf8mb4_bin", CurrentRole: null),
        Tables = [new TableRow("t", "BASE TABLE", "InnoDB", null, null, null, string.Empty)],
        Columns = [new ColumnRow("t", "c", 1, "int", IsNullable: false, Default: null)],
        Indexes = [new IndexRow("t", "i", 1, "c", null, "A", null, false, "BTREE", string.Empty, true)],
    };

    [Fact]
    public void What_fits_together_has_no_contradiction() => Assert.Null(CatalogConsistency.Contradiction(Sound));

    [Fact]
    public void A_table_that_appeared_is_noticed() =>
        Assert.Contains("'t' appeared", CatalogConsistency.Contradiction(Sound with { Tables = [] }), StringComparison.Ordinal);

    [Fact]
    public void A_column_that_appeared_is_noticed() => Assert.Contains(
        "'t.new' appeared",
        CatalogConsistency.Contradiction(Sound with { Indexes = [Sound.Indexes[0] with { Column = "new" }] }),
        StringComparison.Ordinal);

    [Fact]
    public void A_foreign_key_of_which_only_half_is_there_is_noticed()
    {
        var column = new ForeignKeyRow("t", "fk", 1, "c", "d", "t", "c", OnDelete: null, OnUpdate: null);
        var keys = new ConstraintJoin([]).ForeignKeys([column], ServerFlavor.Parse("9.7.4"));

        Assert.Contains("'fk' appeared", CatalogConsistency.Contradiction(Sound with { ForeignKeys = keys }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clause", "(`a` > 0)")]
    [InlineData("table", "YES")]
    public void A_check_of_which_only_half_is_there_is_noticed(string half, string text)
    {
        var checks = new ConstraintJoin([new ConstraintRow(half, half == "table" ? "t" : string.Empty, "ck", text, string.Empty)]).Checks;

        Assert.NotNull(CatalogConsistency.Contradiction(Sound with { Checks = checks }));
    }

    [Fact]
    public void A_table_that_disappeared_is_noticed() => Assert.Contains(
        "'t' disappeared",
        CatalogConsistency.Contradiction(Sound with { Columns = [], Indexes = [] }),
        StringComparison.Ordinal);
}
