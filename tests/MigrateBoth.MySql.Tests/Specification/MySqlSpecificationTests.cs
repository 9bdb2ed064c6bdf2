using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.Scratch;
using MigrateBoth.MySql.Tests.Servers;
using MigrateBoth.Specification;
using MigrateBoth.Specification.Catalog;
using MigrateBoth.Specification.Scratch;

namespace MigrateBoth.MySql.Tests.Specification;

public sealed class MySqlComplianceTests : ComplianceSpecification;

[Collection(OnMySql.Name)]
public sealed class MySqlCatalogTests(MySqlFixture fixture) : CatalogSpecification(fixture.Engine)
{
    protected override (string Script, string Kind, string Path) Unreadable => ("CREATE PROCEDURE `p`() SELECT 1", "routine", "p");

    protected override string Unreachable => "Server=127.0.0.1;Port=1;User ID=root;Password=s3cr3t;Database=any;ConnectionTimeout=5";
}

[Collection(OnMySql.Name)]
public sealed class MySqlCheckTests(MySqlFixture fixture) : CheckSpecification(fixture.Engine)
{
    protected override string HostileExpression => @"`b` <> _utf8mb4'it\'s (x) -- y /* z'";
}

[Collection(OnMySql.Name)]
public sealed class MySqlColumnTests(MySqlFixture fixture) : ColumnSpecification(fixture.Engine)
{
    protected override IReadOnlyList<(string Declaration, StoreType Expected)> Types { get; } =
    [
        ("int NULL", Type("int")),
        ("INT(11) NULL", Type("int")),
        ("int unsigned NULL", Type("int") with { IsUnsigned = true }),
        ("int(5) zerofill NULL", Type("int zerofill") with { IsUnsigned = true, Precision = 5 }),
        ("bool NULL", Type("tinyint") with { Precision = 1 }),
        ("tinyint unsigned NULL", Type("tinyint") with { IsUnsigned = true }),
        ("bigint NULL", Type("bigint")),
        ("decimal(18,2) NULL", Type("decimal") with { Precision = 18, Scale = 2 }),
        ("numeric(7) NULL", Type("decimal") with { Precision = 7, Scale = 0 }),
        ("double NULL", Type("double")),
        ("float NULL", Type("float")),
        ("varchar(50) NULL", Type("varchar") with { Length = 50 }),
        ("char(36) NULL", Type("char") with { Length = 36 }),
        ("longtext NULL", Type("longtext")),
        ("varbinary(20) NULL", Type("varbinary") with { Length = 20 }),
        ("longblob NULL", Type("longblob")),
        ("datetime(6) NULL", Type("datetime") with { Precision = 6 }),
        ("datetime NULL", Type("datetime")),
        ("time(3) NULL", Type("time") with { Precision = 3 }),
        ("date NULL", Type("date")),
        ("year NULL", Type("year")),
        ("bit(8) NULL", Type("bit") with { Precision = 8 }),
        ("json NULL", Type("json")),
        (@"enum('a','it''s','x\\y','(z)') NULL", Type("enum") with { Values = ["a", "it's", @"x\y", "(z)"] }),
        ("set('r','w') NULL", Type("set") with { Values = ["r", "w"] }),
        ("point SRID 4326 NULL", Type("point srid 4326")),
    ];

    protected override string IdentityColumn => "int NOT NULL AUTO_INCREMENT PRIMARY KEY";

    protected override (string Definition, string Collation) Collated => ("varchar(20) COLLATE utf8mb4_bin NOT NULL", "utf8mb4_bin");

    private static StoreType Type(string name) => new(name, null, null, null, false, [], name);
}

[Collection(OnMySql.Name)]
public sealed class MySqlDefaultTests(MySqlFixture fixture) : DefaultSpecification(fixture.Engine)
{
    protected override string BinaryColumn => "varbinary(3) NOT NULL DEFAULT 0x0102AB";
}

[Collection(OnMySql.Name)]
public sealed class MySqlForeignKeyTests(MySqlFixture fixture) : ForeignKeySpecification(fixture.Engine);

[Collection(OnMySql.Name)]
public sealed class MySqlIndexTests(MySqlFixture fixture) : IndexSpecification(fixture.Engine);

[Collection(OnMySql.Name)]
public sealed class MySqlKeyTests(MySqlFixture fixture) : KeySpecification(fixture.Engine);

[Collection(OnMySql.Name)]
public sealed class MySqlNameTests(MySqlFixture fixture) : NameSpecification(fixture.Engine);

[Collection(OnMySql.Name)]
public sealed class MySqlViewAndTriggerTests(MySqlFixture fixture) : ViewAndTriggerSpecification(fixture.Engine);

[Collection(OnMySql.Name)]
public sealed class MySqlScratchServerTests(MySqlFixture fixture) : ScratchServerSpecification(fixture.Engine)
{
    protected override IReadOnlyList<string> Sources => ["container", "local", "connection"];

    protected override async Task<bool> ExistsAsync(string name) =>
        await fixture.ScalarAsync($"SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '{name}'") is not null;

    protected override async Task<string> PlantForeignDatabaseAsync()
    {
        var name = $"migrateboth_{Guid.NewGuid():N}";
        await fixture.ExecuteAsync($"CREATE DATABASE `{name}`");
        return name;
    }

    protected override Task RemoveForeignDatabaseAsync(string name) => fixture.ExecuteAsync($"DROP DATABASE `{name}`");

    protected override async Task SweepAsync(string name)
    {
        var sweeper = new ScratchDatabaseSweeper(MySqlTarget.Parse(fixture.ConnectionString));
        await sweeper.SweepAsync(new LeasedResource(sweeper.Kind, name, fixture.Endpoint), CancellationToken.None);
    }
}
