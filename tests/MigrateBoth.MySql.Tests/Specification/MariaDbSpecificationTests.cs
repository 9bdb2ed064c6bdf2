using MigrateBoth.Core.Schema;
using MigrateBoth.MySql.Tests.Servers;
using MigrateBoth.Specification.Catalog;

namespace MigrateBoth.MySql.Tests.Specification;

[Collection(OnMariaDb.Name)]
public class MariaDbCatalogTests(MariaDbFixture fixture) : CatalogSpecification(fixture.Engine)
{
    protected override (string Script, string Kind, string Path) Unreadable => ("CREATE SEQUENCE `s`", "sequence", "s");

    protected override string Unreachable => "Server=127.0.0.1;Port=1;User ID=root;Password=s3cr3t;Database=any;ConnectionTimeout=5";
}

[Collection(OnMariaDb.Name)]
public class MariaDbCheckTests(MariaDbFixture fixture) : CheckSpecification(fixture.Engine)
{
    protected override string HostileExpression => @"`b` <> 'it\'s (x) -- y /* z'";

    /// <summary>MariaDB accepts no name there, and the catalog calls the check what the column is called.</summary>
    public override async Task A_check_on_the_column_is_read()
    {
        var table = await ReadTableAsync("CREATE TABLE `t` (`a` int NOT NULL CHECK ((`a` > 0)), `b` int NULL)");

        var check = Assert.Single(table.Checks);
        Assert.Equal((null, "`a` > 0"), (check.Name, check.Expression));
    }

    /// <summary>MariaDB writes only the parentheses that are needed.</summary>
    public override async Task Only_parentheses_that_enclose_everything_are_taken_off()
    {
        var table = await ReadTableAsync("CREATE TABLE `t` (`a` int NOT NULL, CONSTRAINT `CK_t` CHECK ((((`a` > 0) or (`a` < 10)) and (`a` <> 5))))");

        Assert.Equal("(`a` > 0 or `a` < 10) and `a` <> 5", Assert.Single(table.Checks).Expression);
    }
}

[Collection(OnMariaDb.Name)]
public class MariaDbColumnTests(MariaDbFixture fixture) : ColumnSpecification(fixture.Engine)
{
    protected override IReadOnlyList<(string Declaration, StoreType Expected)> Types { get; } =
    [
        ("int NULL", Type("int")),
        ("bigint unsigned NULL", Type("bigint") with { IsUnsigned = true }),
        ("int(5) zerofill NULL", Type("int zerofill") with { IsUnsigned = true, Precision = 5 }),
        ("bool NULL", Type("tinyint") with { Precision = 1 }),
        ("decimal(18,2) NULL", Type("decimal") with { Precision = 18, Scale = 2 }),
        ("varchar(50) NULL", Type("varchar") with { Length = 50 }),
        ("datetime(6) NULL", Type("datetime") with { Precision = 6 }),
        ("year NULL", Type("year")),
        ("bit(8) NULL", Type("bit") with { Precision = 8 }),
        ("json NULL", Type("json")),
        ("longtext NULL", Type("longtext")),
        ("uuid NULL", Type("uuid")),
        (@"enum('a','it''s','x\\y','(z)') NULL", Type("enum") with { Values = ["a", "it's", @"x\y", "(z)"] }),
    ];

    protected override string IdentityColumn => "int NOT NULL AUTO_INCREMENT PRIMARY KEY";

    protected override (string Definition, string Collation) Collated => ("varchar(20) COLLATE utf8mb4_bin NOT NULL", "utf8mb4_bin");

    private static StoreType Type(string name) => new(name, null, null, null, false, [], name);
}

[Collection(OnMariaDb.Name)]
public class MariaDbDefaultTests(MariaDbFixture fixture) : DefaultSpecification(fixture.Engine)
{
    protected override string CurrentTimestamp => "current_timestamp()";

    protected override string BinaryColumn => "blob NOT NULL DEFAULT (0x0102AB)";
}

[Collection(OnMariaDb.Name)]
public class MariaDbForeignKeyTests(MariaDbFixture fixture) : ForeignKeySpecification(fixture.Engine)
{
    /// <summary>On MariaDB it is RESTRICT, and the catalog does not tell one that was written from one that was not.</summary>
    public override async Task Without_a_word_the_action_is_no_action()
    {
        var schema = await ReadAsync(
            "CREATE TABLE `parent` (`id` int NOT NULL PRIMARY KEY)",
            "CREATE TABLE `child` (`parent_id` int NOT NULL, CONSTRAINT `FK_child` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`))");

        var key = Assert.Single(schema.Tables.Single(t => t.Name == "child").ForeignKeys);
        Assert.Equal((ReferentialAction.Restrict, ReferentialAction.Restrict), (key.OnDelete, key.OnUpdate));
    }
}

[Collection(OnMariaDb.Name)]
public class MariaDbIndexTests(MariaDbFixture fixture) : IndexSpecification(fixture.Engine)
{
    /// <summary>MariaDB has no indexes on expressions; the generated column that stands in for one is a column like any other.</summary>
    public override async Task Expressions_are_read_as_parts()
    {
        var table = await ReadTableAsync("CREATE TABLE `t` (`a` int NOT NULL, `s` int AS (`a` + 1) VIRTUAL, KEY `IX_t` (`s` DESC))");

        Assert.Equal([("s", true)], Assert.Single(table.Indexes).Parts.Select(p => (p.Column, p.IsDescending)));
    }
}

[Collection(OnMariaDb.Name)]
public class MariaDbKeyTests(MariaDbFixture fixture) : KeySpecification(fixture.Engine);

[Collection(OnMariaDb.Name)]
public class MariaDbNameTests(MariaDbFixture fixture) : NameSpecification(fixture.Engine);

[Collection(OnMariaDb.Name)]
public class MariaDbViewAndTriggerTests(MariaDbFixture fixture) : ViewAndTriggerSpecification(fixture.Engine);
