using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Specification;

namespace MigrateBoth.Sqlite.Tests.Catalog;

/// <summary>What only SQLite has.</summary>
public sealed class SqliteOnlyTests(SqliteFixture fixture) : EngineSpecification(fixture), IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task A_comment_inside_a_type_is_no_part_of_it()
    {
        var table = await ReadTableAsync("""
            CREATE TABLE t (
                a double /* very */ precision,
                b int /* whole */ GENERATED ALWAYS AS (1),
                c varchar -- text
                (50) /* , */ NOT NULL,
                d "odd type"(5))
            """);

        Assert.Equal(["double precision", "int", "varchar", "odd type"], table.Columns.Select(c => c.Type.Name));
        Assert.Equal(50, table.Columns[2].Type.Length);
    }

    [Fact]
    public async Task Only_ASCII_letters_have_no_case()
    {
        var schema = await ReadAsync(
            "CREATE TABLE É (ID int PRIMARY KEY)",
            "CREATE TABLE é (x int REFERENCES É (id), X2 int REFERENCES é (X))");

        Assert.Empty(schema.Unread);
        Assert.Equal(["É", "é"], schema.Tables.Select(t => t.Name));
        Assert.Equal([("É", "ID"), ("é", "x")], schema.Tables[1].ForeignKeys.Select(k => (k.PrincipalTable, k.PrincipalColumns[0])).OrderBy(k => k.PrincipalTable, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Id INTEGER NOT NULL PRIMARY KEY DESC, A int", "MB220")] // An INTEGER key declared DESC is not the row's number: nothing hands it out.
    [InlineData("Id INTEGER NOT NULL, A int, PRIMARY KEY (Id DESC)", null)] // In a table constraint it is, whatever its direction.
    [InlineData("Id INTEGER NOT NULL PRIMARY KEY ASC, A int", null)]
    public async Task A_descending_INTEGER_key_is_no_row_number(string columns, string? rule)
    {
        var plain = await ReadAsync("CREATE TABLE t (Id INTEGER NOT NULL PRIMARY KEY, A int)");
        var other = await ReadAsync($"CREATE TABLE t ({columns})");

        var findings = DriftStage.Run([new DriftInput(other, plain, null)]).Findings;

        Assert.Equal(rule is null ? [] : [(rule, Severity.Error)], findings.Select(finding => (finding.Rule, finding.Severity)));
    }

    [Fact]
    public async Task The_direction_of_a_key_of_text_is_a_warning()
    {
        var plain = await ReadAsync("CREATE TABLE t (Code text NOT NULL PRIMARY KEY)");
        var other = await ReadAsync("CREATE TABLE t (Code text NOT NULL, PRIMARY KEY (Code DESC))");

        var finding = Assert.Single(DriftStage.Run([new DriftInput(other, plain, null)]).Findings);

        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public async Task A_partial_index_keeps_its_filter()
    {
        var table = await ReadTableAsync(
            "CREATE TABLE t (a int, b text)",
            "CREATE UNIQUE INDEX i ON t (a) WHERE (b <> 'WHERE )' AND a > 0)");

        Assert.Equal("b <> 'WHERE )' AND a > 0", Assert.Single(table.Indexes).Filter);
    }

    [Fact]
    public async Task Collations_of_index_parts_are_read_where_they_are_not_the_columns_own()
    {
        var table = await ReadTableAsync(
            "CREATE TABLE t (a text, b text COLLATE NOCASE)",
            "CREATE INDEX i ON t (a, a COLLATE NOCASE, b, b COLLATE nocase, b COLLATE BINARY, (a || b) COLLATE RTRIM DESC)");

        Assert.Equal(
            [("a", null, null), ("a", null, "NOCASE"), ("b", null, null), ("b", null, null), ("b", null, "BINARY"), (null, "a || b", "RTRIM")],
            Assert.Single(table.Indexes).Parts.Select(p => (p.Column, p.Expression, p.Collation)));
    }

    [Fact]
    public async Task Collation_is_read_as_declared()
    {
        var table = await ReadTableAsync("CREATE TABLE t (a text, b text COLLATE BINARY, c text COLLATE NOCASE)");

        Assert.Equal([null, "BINARY", "NOCASE"], table.Columns.Select(c => c.Collation));
    }

    [Fact]
    public async Task Options_that_change_the_meaning_of_a_table_are_read()
    {
        var table = await ReadTableAsync("CREATE TABLE t (a text PRIMARY KEY ON CONFLICT REPLACE, b int UNIQUE ON CONFLICT IGNORE) STRICT, WITHOUT ROWID");

        Assert.Equal(
            [("on_conflict", "primary key (a) replace; unique (b) ignore"), ("strict", "true"), ("without_rowid", "true")],
            table.Options.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => (o.Key, o.Value)));
    }

    [Fact]
    public async Task A_plain_table_has_no_options() =>
        Assert.Empty((await ReadTableAsync("CREATE TABLE t (a text)")).Options);

    [Fact]
    public async Task A_key_column_without_not_null_takes_null_and_is_said_to()
    {
        var table = await ReadTableAsync("CREATE TABLE t (a text PRIMARY KEY)");

        Assert.True(Assert.Single(table.Columns).IsNullable);
    }

    [Fact]
    public async Task A_reference_without_columns_means_the_primary_key()
    {
        var schema = await ReadAsync(
            "CREATE TABLE Parent (b int, A int, PRIMARY KEY (A, b))",
            "CREATE TABLE child (x int, y int, FOREIGN KEY (X, y) REFERENCES PARENT)");

        Assert.Empty(schema.Unread);
        var key = Assert.Single(schema.Tables.Single(t => t.Name == "child").ForeignKeys);
        Assert.Equal(["x", "y"], key.Columns);
        Assert.Equal("Parent", key.PrincipalTable);
        Assert.Equal(["A", "b"], key.PrincipalColumns);
        Assert.Null(key.Name);
    }

    [Fact]
    public async Task A_reference_to_a_table_that_is_not_there_is_read_as_it_is_written()
    {
        var table = await ReadTableAsync("CREATE TABLE child (x int CONSTRAINT fk REFERENCES Gone (Id) DEFERRABLE INITIALLY DEFERRED)");

        var key = Assert.Single(table.ForeignKeys);
        Assert.Equal(("fk", "Gone", "Id", true), (key.Name, key.PrincipalTable, key.PrincipalColumns[0], key.IsDeferred));
    }

    [Theory]
    [InlineData("REFERENCES gone")]
    [InlineData("REFERENCES keyless")]
    public async Task A_reference_to_a_key_that_is_not_there_is_reported(string references)
    {
        var schema = await ReadAsync("CREATE TABLE keyless (a int)", $"CREATE TABLE child (x int {references})");

        Assert.Empty(schema.Tables.Single(t => t.Name == "child").ForeignKeys);
        Assert.Equal(("foreign key", "child"), (Assert.Single(schema.Unread).Kind, schema.Unread[0].Path?.ToString()));
    }

    [Fact]
    public async Task A_unique_constraint_that_repeats_another_is_one()
    {
        var table = await ReadTableAsync("CREATE TABLE t (a text PRIMARY KEY UNIQUE, b text, CONSTRAINT first UNIQUE (b), CONSTRAINT second UNIQUE (b))");

        var unique = Assert.Single(table.UniqueConstraints);
        Assert.Equal("first", unique.Name);
        Assert.Equal(["b"], unique.Columns);
    }

    [Fact]
    public async Task Unique_constraints_over_the_same_columns_in_another_order_keep_their_names()
    {
        var table = await ReadTableAsync("CREATE TABLE t (a text, b text COLLATE NOCASE, CONSTRAINT ba UNIQUE (b, a), CONSTRAINT ab UNIQUE (a, b))");

        Assert.Equal([("ab", "a,b"), ("ba", "b,a")], table.UniqueConstraints.Select(u => (u.Name, string.Join(',', u.Columns))));
    }

    [Theory]
    [InlineData("CREATE TABLE t (a text, CONSTRAINT u UNIQUE (a COLLATE NOCASE))")]
    [InlineData("CREATE TABLE t (a text, CONSTRAINT k PRIMARY KEY (a COLLATE NOCASE))")]
    public async Task A_key_that_compares_otherwise_than_its_columns_is_reported(string create)
    {
        var schema = await ReadAsync(create);

        Assert.Equal("unique constraint", Assert.Single(schema.Unread).Kind);
    }

    [Fact]
    public async Task A_table_whose_rowid_is_declared_may_be_unique_as_well()
    {
        var table = await ReadTableAsync("CREATE TABLE t (a INTEGER PRIMARY KEY, CONSTRAINT u UNIQUE (a))");

        Assert.Equal("u", Assert.Single(table.UniqueConstraints).Name);
    }

    [Fact]
    public async Task A_virtual_table_is_reported_once_with_its_shadow_tables()
    {
        var schema = await ReadAsync(
            "CREATE VIRTUAL TABLE search USING fts5(body)",
            "CREATE TABLE search_history (a int)");

        Assert.Equal(["search_history"], schema.Tables.Select(t => t.Name));
        var unread = Assert.Single(schema.Unread);
        Assert.Equal(("virtual table", "search"), (unread.Kind, unread.Path?.ToString()));
        Assert.Contains("search_content, search_data", unread.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("search_history", unread.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_virtual_table_whose_module_is_missing_does_not_stop_the_reading()
    {
        var schema = await ReadAsync(
            "CREATE TABLE t (a int)",
            "PRAGMA writable_schema = 1; INSERT INTO sqlite_master VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING nowhere(a)')");

        Assert.Equal(["t"], schema.Tables.Select(t => t.Name));
        Assert.Equal(("virtual table", "v"), (Assert.Single(schema.Unread).Kind, schema.Unread[0].Path?.ToString()));
    }

    [Fact]
    public async Task A_view_may_use_what_EF_Core_adds_to_its_connections()
    {
        var schema = await ReadAsync(
            "CREATE TABLE t (a text)",
            "CREATE VIEW v AS SELECT a FROM t WHERE a REGEXP 'x' AND ef_compare(a, '1') > 0 ORDER BY a COLLATE EF_DECIMAL",
            "CREATE VIEW w AS SELECT no_such_function(a) AS b FROM t");

        Assert.Equal([("v", true), ("w", false)], schema.Views.Select(v => (v.Name, v.IsValid)));
    }

    [Fact]
    public async Task A_view_may_name_its_columns()
    {
        var schema = await ReadAsync("CREATE VIEW v (x, \"y z\") AS SELECT 1, 2");

        var view = Assert.Single(schema.Views);
        Assert.Equal(["x", "y z"], view.Columns);
        Assert.Equal("SELECT 1, 2", view.Definition);
    }

    [Fact]
    public async Task Triggers_of_views_and_of_bookkeeping_are_read()
    {
        var schema = await ReadAsync(
            "CREATE VIEW v AS SELECT 1 AS a",
            "CREATE TABLE __EFMigrationsHistory (MigrationId text)",
            "CREATE TRIGGER tv INSTEAD OF UPDATE OF a ON v BEGIN SELECT 1; END",
            "CREATE TRIGGER th INSERT ON __EFMigrationsHistory BEGIN SELECT 1; END");

        Assert.Equal(
            [("th", "__EFMigrationsHistory", "BEFORE", "INSERT"), ("tv", "v", "INSTEAD OF", "UPDATE")],
            schema.Triggers.Select(t => (t.Name, t.Table, t.Timing, t.Event)));
    }

    [Fact]
    public async Task Columns_that_were_added_renamed_or_dropped_leave_a_text_that_is_still_understood()
    {
        var table = await ReadTableAsync(
            "CREATE TABLE t (a int, gone int, b int, CONSTRAINT ck CHECK (a > 0), CONSTRAINT uq UNIQUE (b))",
            "ALTER TABLE t ADD COLUMN c text COLLATE NOCASE DEFAULT ')' CHECK (c <> '(')",
            "ALTER TABLE t ADD COLUMN d int AS (a + 1) VIRTUAL",
            "ALTER TABLE t RENAME COLUMN a TO \"a , new\"",
            "ALTER TABLE t DROP COLUMN gone",
            "ALTER TABLE t RENAME TO \"t (2)\"");

        Assert.Equal("t (2)", table.Name);
        Assert.Equal(["a , new", "b", "c", "d"], table.Columns.Select(c => c.Name));
        Assert.Equal("NOCASE", table.Columns[2].Collation);
        Assert.Equal(")", table.Columns[2].Default?.Value);
        Assert.Equal(new GeneratedColumn("\"a , new\" + 1", IsStored: false), table.Columns[3].Generated);
        Assert.Equal([(null, "c <> '('"), ("ck", "\"a , new\" > 0")], table.Checks.Select(c => (c.Name, c.Expression)));
        Assert.Equal("uq", Assert.Single(table.UniqueConstraints).Name);
    }

    [Fact]
    public async Task Statistics_and_sequences_of_SQLite_are_left_out()
    {
        var schema = await ReadAsync("CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT, b int); CREATE INDEX i ON t (b); INSERT INTO t (b) VALUES (1); ANALYZE");

        Assert.Equal(["t"], schema.Tables.Select(t => t.Name));
        Assert.Empty(schema.Unread);
    }
}
