using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Sqlite.SelfTest;

namespace MigrateBoth.Detection.Tests.SelfTest;

/// <summary>Sound schemas in which a kind of defect changes nothing, or less than it does elsewhere: what is planted there must still be what is looked for.</summary>
public sealed class SoundPlaceTests
{
    private static readonly ForeignKey Reference = new()
    {
        Name = "FK_Details_Orders",
        Columns = ["OrderId"],
        PrincipalTable = "Orders",
        PrincipalColumns = ["Id"],
        OnDelete = ReferentialAction.Cascade,
        OnUpdate = ReferentialAction.NoAction,
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_key_that_the_application_sets_is_found_when_the_server_hands_it_out(bool isReference)
    {
        var keys = isReference ? new[] { Reference } : [];
        var sqlite = Schema(Engine.Sqlite, "INTEGER", keys);
        var mySql = Schema(Engine.MySql, "int", keys);
        var (pair, ground) = (new EnginePair<DatabaseSchema>(sqlite, mySql), new PlantingGround(sqlite, mySql, SqliteDefects.Terms));
        var judge = new DefectJudge(pair, pair, new EnginePair<EngineModel>(Model(Engine.Sqlite), Model(Engine.MySql)));

        var defects = SqliteDefects.All.Single(kind => kind.Id == "identity-extra").Find(ground).ToList();

        Assert.Equal("Details.OrderId", Assert.Single(defects).Object.ToString());
        var planted = Assert.IsType<ReplaceTable>(defects[0].Edit).Planted;
        var found = judge.FindNew(sqlite with { Tables = [.. sqlite.Tables.Select(table => table.Name == planted.Name ? planted : table)] });
        Assert.All(defects[0].Sightings, sighting => Assert.Contains(
            found, finding => finding.Stage == sighting.Stage && finding.Object == sighting.Object && sighting.Rules.Contains(finding.Rule)));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("RTRIM", 1)]
    [InlineData("NOCASE", 0)]
    [InlineData("nocase", 0)]
    public void An_index_is_given_a_collation_only_where_that_is_another_one(string? collation, int places)
    {
        var table = new Table
        {
            Name = "T",
            Columns = [new Column { Name = "Code", Ordinal = 1, Type = StoreTypeParser.Parse("TEXT"), IsNullable = false, Collation = collation }],
            Indexes = [new TableIndex { Name = "IX", IsUnique = false, Parts = [new IndexPart { Column = "Code" }] }],
        };
        var schema = new DatabaseSchema { Engine = Engine.Sqlite, Server = new ServerIdentity("SQLite", "3.50.4"), Tables = [table] };

        Assert.Equal(places, SqliteDefects.All.Single(kind => kind.Id == "index-collation").Find(new PlantingGround(schema, schema, SqliteDefects.Terms)).Count());
    }

    private static DatabaseSchema Schema(Engine engine, string integer, IReadOnlyList<ForeignKey> keys) => new()
    {
        Engine = engine,
        Server = engine == Engine.Sqlite ? new ServerIdentity("SQLite", "3.50.4") : new ServerIdentity("MySQL", "9.7.4"),
        Tables =
        [
            Table("Details", Column("OrderId", integer, isIdentity: false)) with { ForeignKeys = keys },
            Table("Orders", Column("Id", integer, isIdentity: true)),
        ],
    };

    private static Table Table(string name, Column key) => new() { Name = name, Columns = [key], PrimaryKey = new PrimaryKey(null, [key.Name]) };

    private static Column Column(string name, string type, bool isIdentity) =>
        new() { Name = name, Ordinal = 1, Type = StoreTypeParser.Parse(type), IsNullable = false, IsIdentity = isIdentity };

    private static EngineModel Model(Engine engine) => new()
    {
        Engine = engine,
        ContextType = "C",
        ObtainedBy = "a test",
        ProviderName = engine.Id(),
        ProviderVersion = "9.0.0",
        EfCoreVersion = "9.0.0",
        EntityTypeCount = 2,
        MigrationsAssembly = "A",
        HasSnapshot = true,
        Migrations = [new MigrationDescription { Id = "20260101000000_Init", Name = "Init", TypeName = "Init", HasTargetModel = true }],
    };
}
