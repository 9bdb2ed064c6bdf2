using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Tool.Tests.Commands.Fakes;

/// <summary>A model of one table, the same on both engines.</summary>
internal static class SampleModels
{
    public static EngineModel Of(Engine engine) => new()
    {
        Engine = engine,
        ContextType = "App.AppContext",
        ObtainedBy = "constructor taking DbContextOptions",
        ProviderName = engine == Engine.Sqlite ? "Microsoft.EntityFrameworkCore.Sqlite" : "Pomelo.EntityFrameworkCore.MySql",
        ProviderVersion = "9.0.0",
        EfCoreVersion = "9.0.23",
        EntityTypeCount = 1,
        MigrationsAssembly = "App",
        HasSnapshot = true,
        Migrations = [new() { Id = "20260101000000_Init", Name = "Init", TypeName = $"App.{engine}.Init", HasTargetModel = true }],
    };

    public static DatabaseSchema SchemaOf(Engine engine, params string[] moreColumns) => new()
    {
        Engine = engine,
        Server = engine == Engine.Sqlite ? new ServerIdentity("SQLite", "3.50.1") : new ServerIdentity("MySQL", "8.4.0"),
        Tables =
        [
            new()
            {
                Name = "Orders",
                Columns = [Column(engine, "Id", 1), .. moreColumns.Select((name, index) => Column(engine, name, index + 2))],
                PrimaryKey = new PrimaryKey(null, ["Id"]),
            },
        ],
    };

    private static Column Column(Engine engine, string name, int ordinal) => new()
    {
        Name = name,
        Ordinal = ordinal,
        Type = StoreTypeParser.Parse(engine == Engine.Sqlite ? "INTEGER" : "int"),
        IsNullable = false,
    };
}
