using MigrateBoth.Core.Schema;
using MigrateBoth.MySql.Catalog;

namespace MigrateBoth.MySql.Tests.Flavors;

/// <summary>
/// Servers that the tests cannot start: the rows are what the server's own manual says that its information_schema shows. Each
/// names its origin.
/// </summary>
public sealed class RecordedRowsTests
{
    /// <summary>Origin: MySQL 8.0.19 release notes: integer display widths are no longer shown, save for tinyint(1) and zerofill.</summary>
    [Theory]
    [InlineData("int(11)", "int", null)]
    [InlineData("bigint(20) unsigned", "bigint", null)]
    [InlineData("tinyint(4)", "tinyint", 4)]
    [InlineData("tinyint(1)", "tinyint", 1)]
    [InlineData("year(4)", "year", null)]
    public void MySql_8_0_18_shows_integer_widths_that_mean_nothing(string text, string name, int? shown)
    {
        var type = Build("8.0.18", Column(text)).Tables[0].Columns[0].Type;

        Assert.Equal((name, shown == 1 ? 1 : null), (type.Name, type.Precision));
    }

    /// <summary>Origin: MySQL 8.4 reference manual, The INFORMATION_SCHEMA COLUMNS Table (EXTRA).</summary>
    [Fact]
    public void MySql_8_4_says_DEFAULT_GENERATED()
    {
        var literal = Build("8.4.3", Column("varchar(36)") with { Default = "uuid()" });
        var expression = Build("8.4.3", Column("varchar(36)") with { Default = "uuid()", Extra = "DEFAULT_GENERATED" });

        Assert.Equal(ColumnDefaultKind.Text, literal.Tables[0].Columns[0].Default!.Kind);
        Assert.Equal(ColumnDefaultKind.Expression, expression.Tables[0].Columns[0].Default!.Kind);
    }

    /// <summary>Origin: MariaDB documentation, Information Schema TABLES table: TEMPORARY since 11.2.0.</summary>
    [Fact]
    public void MariaDb_11_2_lists_temporary_tables_which_are_skipped()
    {
        var schema = Build("11.2.2-MariaDB", [], new TableRow("#temp", "TEMPORARY", "InnoDB", null, null, null, string.Empty));

        Assert.Empty(schema.Tables);
        Assert.Empty(schema.Unread);
    }

    /// <summary>Origin: none; a server of the future.</summary>
    [Fact]
    public void An_unknown_kind_of_table_is_reported()
    {
        var schema = Build("12.0.0-MariaDB", [], new TableRow("new", "LEDGER TABLE", "InnoDB", null, null, null, "what"));

        Assert.Empty(schema.Tables);
        Assert.Equal(("ledger table", "new"), (Assert.Single(schema.Unread).Kind, schema.Unread[0].Path?.ToString()));
    }

    /// <summary>Origin: none; a server of the future.</summary>
    [Fact]
    public void An_unknown_attribute_is_reported()
    {
        var schema = Build("10.9.0", Column("int") with { Extra = "auto_increment QUANTUM" });

        Assert.True(schema.Tables[0].Columns[0].IsIdentity);
        Assert.Equal(("column attribute", "t.c", "QUANTUM"), (Assert.Single(schema.Unread).Kind, schema.Unread[0].Path?.ToString(), schema.Unread[0].Text));
    }

    /// <summary>Origin: the first is what a 9.7.4 shows; the others are a server without that fault.</summary>
    [Theory]
    [InlineData(@"_utf8mb4\'Ã©\'", "é")]
    [InlineData(@"_utf8mb4\'é\'", "é")]
    [InlineData(@"_utf8mb4\'表\'", "表")]
    public void Expressions_are_read_whether_or_not_the_server_shows_utf_8_as_latin_1(string text, string expected)
    {
        var schema = Build("8.0.36", Column("longtext") with { Default = text, Extra = "DEFAULT_GENERATED" });

        Assert.Equal(expected, schema.Tables[0].Columns[0].Default!.Value);
    }

    private static ColumnRow Column(string type) => new("t", "c", 1, type, IsNullable: false, Default: null);

    private static DatabaseSchema Build(string version, ColumnRow column) =>
        Build(version, [column], new TableRow("t", "BASE TABLE", "InnoDB", "Dynamic", "utf8mb4_0900_ai_ci", string.Empty, string.Empty));

    private static DatabaseSchema Build(string version, IReadOnlyList<ColumnRow> columns, TableRow table) => SchemaBuilder.Build(
        new CatalogRows
        {
            Database = new DatabaseRow("d", "utf8mb4", "utf8mb4_0900_ai_ci", CurrentRole: null),
            Tables = [table],
            Columns = columns,
            Grants = ["GRANT ALL PRIVILEGES ON *.* TO `root`@`%`"],
        },
        ServerFlavor.Parse(version),
        "__EFMigrationsHistory");
}
