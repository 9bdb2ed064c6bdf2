using MigrateBoth.Core.Model;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Tests.RoundTrip;

/// <summary>Small tables on both engines, and rows in them.</summary>
internal static class RoundTripFixture
{
    public static Table Table(string name, string[] key, params Column[] columns) => new() { Name = name, Columns = columns, PrimaryKey = key.Length == 0 ? null : new PrimaryKey(null, key) };

    public static Column Column(string name, string type, bool isNullable = false) => new() { Name = name, Ordinal = 1, Type = StoreTypeParser.Parse(type), IsNullable = isNullable };

    /// <summary>The same table on both engines; SQLite's types follow from MySQL's.</summary>
    public static RowTable OnBoth(Table mySql) => RowTable.Of(
        new Dictionary<Engine, DatabaseSchema>
        {
            [Engine.Sqlite] = Schema(Engine.Sqlite, mySql with { Columns = [.. mySql.Columns.Select(column => column with { Type = StoreTypeParser.Parse(Affinity(column.Type.Name)) })] }),
            [Engine.MySql] = Schema(Engine.MySql, mySql),
        },
        new Dictionary<Engine, IReadOnlyList<ModelTable>>())[0];

    public static DatabaseSchema Schema(Engine engine, params Table[] tables) => new() { Engine = engine, Server = new ServerIdentity(engine.DisplayName(), "1"), Tables = tables };

    public static TableRows RowsOf(string columns, params string?[][] rows) => new(columns.Split(' '), rows);

    public static Snapshot Snapshot(RowTable table, TableRows sqlite, TableRows mySql) => new([table], new Dictionary<Engine, IReadOnlyDictionary<string, TableRows>>
    {
        [Engine.Sqlite] = new Dictionary<string, TableRows> { [table.Name] = sqlite },
        [Engine.MySql] = new Dictionary<string, TableRows> { [table.Name] = mySql },
    });

    public static StepScope Step(params OperationDescription[] up) => new([new MigrationContent { Id = "1_Step", Up = up }]);

    public static OperationDescription Sql(string sql) => new() { Kind = "Sql", Sql = sql, Summary = sql };

    private static string Affinity(string type) => type switch { "int" or "bigint" or "tinyint" => "INTEGER", "double" => "REAL", "longblob" => "BLOB", _ => "TEXT" };
}
