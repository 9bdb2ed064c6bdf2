using MigrateBoth.Sqlite.Catalog;

namespace MigrateBoth.Sqlite.Tests.Catalog;

/// <summary>The text and the PRAGMAs are compared, so that an error of the parser does not go undetected.</summary>
public sealed class ContradictionTests
{
    private const string Sound = "CREATE TABLE t (a int, b int REFERENCES t (a), CONSTRAINT u UNIQUE (b), PRIMARY KEY (a))";

    [Fact]
    public void Text_that_agrees_is_believed()
    {
        var schema = Assemble(Sound);

        Assert.Empty(schema.Unread);
        Assert.Equal("u", Assert.Single(Assert.Single(schema.Tables).UniqueConstraints).Name);
    }

    [Theory]
    [InlineData("CREATE TABLE t (a int, c int REFERENCES t (a), UNIQUE (c), PRIMARY KEY (a))", "table", "t")]
    [InlineData("CREATE TABLE t (a int, b int REFERENCES t (a), c int, UNIQUE (b), PRIMARY KEY (a))", "table", "t")]
    [InlineData("CREATE TABLE t (a int, b int REFERENCES t (a), UNIQUE (b), PRIMARY KEY (b))", "table", "t")]
    [InlineData("CREATE TABLE t (a int, b text REFERENCES t (a), UNIQUE (b), PRIMARY KEY (a))", "table", "t")]
    [InlineData("CREATE TABLE t (a, b int REFERENCES t (a), UNIQUE (b), PRIMARY KEY (a))", "table", "t")]
    [InlineData("CREATE TABLE t (a int big, b int REFERENCES t (a), UNIQUE (b), PRIMARY KEY (a))", "table", "t")]
    [InlineData("CREATE TABLE t (a int, b int AS (1) REFERENCES t (a), UNIQUE (b), PRIMARY KEY (a))", "table", "t")]
    [InlineData("CREATE TABLE t (a int, b int REFERENCES t (a), UNIQUE (b), PRIMARY KEY (a)) WITHOUT FEAR", "table", "t")]
    [InlineData("CREATE TABLE t (a int, b int, UNIQUE (b), PRIMARY KEY (a))", "foreign key", "t")]
    [InlineData("CREATE TABLE t (a int REFERENCES t (a), b int, UNIQUE (b), PRIMARY KEY (a))", "foreign key", "t")]
    [InlineData("CREATE TABLE t (a int, b int REFERENCES t (a) ON DELETE CASCADE, UNIQUE (b), PRIMARY KEY (a))", "foreign key", "t")]
    [InlineData("CREATE TABLE t (a int, b int REFERENCES t (a), PRIMARY KEY (a))", "unique constraint", "t.sqlite_autoindex_t_2")]
    [InlineData("CREATE TABLE t (a int, b int REFERENCES t (a), UNIQUE (b), CONSTRAINT x UNIQUE (b, a), PRIMARY KEY (a))", "unique constraint", "t.x")]
    public void Text_that_disagrees_is_reported(string text, string kind, string path)
    {
        var schema = Assemble(text);

        Assert.Equal((kind, path), (Assert.Single(schema.Unread).Kind, schema.Unread[0].Path?.ToString()));

        // What the PRAGMAs say is there all the same.
        var table = Assert.Single(schema.Tables);
        Assert.Equal(["a", "b"], table.Columns.Select(c => c.Name));
        Assert.Equal(["a"], table.PrimaryKey?.Columns);
        Assert.Single(table.ForeignKeys);
        Assert.Single(table.UniqueConstraints);
    }

    [Theory]
    [InlineData("CREATE INDEX i ON t (a, b)")]
    [InlineData("CREATE INDEX i ON t (a) WHERE b > 0")]
    [InlineData("CREATE INDEX i ON t USING magic (a)")]
    public void The_text_of_an_index_is_held_against_its_parts(string text)
    {
        var schema = Assemble(Sound, text);

        Assert.Equal(("index", "t.i"), (Assert.Single(schema.Unread).Kind, schema.Unread[0].Path?.ToString()));
        Assert.Equal(["a"], Assert.Single(Assert.Single(schema.Tables).Indexes).Parts.Select(p => p.Column));
    }

    [Fact]
    public void An_object_of_an_unknown_kind_is_reported()
    {
        var rows = Rows(Sound, "CREATE INDEX i ON t (a)");
        var schema = new SchemaAssembler(rows with { Objects = [.. rows.Objects, new ObjectRow("sequence", "s", "s", "CREATE SEQUENCE s")] }, "h").Assemble();

        Assert.Equal(("sequence", "s"), (Assert.Single(schema.Unread).Kind, schema.Unread[0].Path?.ToString()));
    }

    private static Core.Schema.DatabaseSchema Assemble(string table, string index = "CREATE INDEX i ON t (a)") =>
        new SchemaAssembler(Rows(table, index), "__EFMigrationsHistory").Assemble();

    /// <summary>What SQLite says of <see cref="Sound"/> and an index on a, with other texts next to it.</summary>
    private static CatalogRows Rows(string table, string index) => new()
    {
        Version = "3.0.0",
        Objects =
        [
            new ObjectRow("table", "t", "t", table),
            new ObjectRow("index", "sqlite_autoindex_t_1", "t", string.Empty),
            new ObjectRow("index", "sqlite_autoindex_t_2", "t", string.Empty),
            new ObjectRow("index", "i", "t", index),
        ],
        TableList = new Dictionary<string, TableListRow> { ["t"] = new("t", "table", IsWithoutRowid: false, IsStrict: false) },
        Columns = new[]
        {
            new ColumnRow("t", 0, "a", "INT", false, null, KeyPosition: 1, Hidden: 0),
            new ColumnRow("t", 1, "b", "INT", false, null, KeyPosition: 0, Hidden: 0),
        }.ToLookup(c => c.Table),
        Indexes = new[]
        {
            new IndexRow("t", 2, "sqlite_autoindex_t_1", IsUnique: true, "pk", IsPartial: false),
            new IndexRow("t", 1, "sqlite_autoindex_t_2", IsUnique: true, "u", IsPartial: false),
            new IndexRow("t", 0, "i", IsUnique: false, "c", IsPartial: false),
        }.ToLookup(i => i.Table),
        IndexParts = new[]
        {
            new IndexPartRow("sqlite_autoindex_t_1", 0, "a", IsDescending: false, "BINARY"),
            new IndexPartRow("sqlite_autoindex_t_2", 0, "b", IsDescending: false, "BINARY"),
            new IndexPartRow("i", 0, "a", IsDescending: false, "BINARY"),
        }.ToLookup(p => p.Index),
        IndexSql = new Dictionary<string, string> { ["i"] = index },
        ForeignKeys = new[] { new ForeignKeyRow("t", 0, 0, "t", "b", "a", "NO ACTION", "NO ACTION") }.ToLookup(f => f.Table),
        Views = new Dictionary<string, ViewRow>(),
    };
}
