using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Tests.Fixtures;

/// <summary>
/// A sound application as both engines' catalogs and models describe it, with everything the engines spell differently. Tests take
/// it apart with <c>with</c> expressions, one defect at a time.
/// </summary>
internal static class Sound
{
    public static ServerIdentity SqliteServer { get; } = new("SQLite", "3.50.4");

    public static ServerIdentity MySqlServer { get; } = new("MySQL", "8.4.6");

    public static DatabaseSchema Sqlite { get; } = new()
    {
        Engine = Engine.Sqlite,
        Server = SqliteServer,
        Tables =
        [
            new Table
            {
                Name = "Customers",
                Columns =
                [
                    Column("Id", 1, "INTEGER") with { IsIdentity = true },
                    Column("Code", 2, "TEXT"),
                    Column("Email", 3, "TEXT"),
                    Column("Token", 4, "TEXT"),
                ],
                PrimaryKey = new PrimaryKey("PK_Customers", ["Id"]),
                UniqueConstraints = [new UniqueConstraint("AK_Customers_Code", ["Code"])],
                Indexes = [Index("IX_Customers_Email", isUnique: true, "Email")],
            },
            new Table
            {
                Name = "Orders",
                Columns =
                [
                    Column("Id", 1, "INTEGER") with { IsIdentity = true },
                    Column("CustomerId", 2, "INTEGER"),
                    Column("ParentId", 3, "INTEGER", isNullable: true),
                    Column("Note", 4, "TEXT", isNullable: true),
                    Column("Total", 5, "TEXT") with { Default = new ColumnDefault(ColumnDefaultKind.Text, "1.5", "'1.5'") },
                    Column("PlacedOn", 6, "TEXT"),
                    Column("CreatedAt", 7, "TEXT") with { Default = new ColumnDefault(ColumnDefaultKind.Expression, "CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP") },
                    Column("State", 8, "TEXT") with { Default = new ColumnDefault(ColumnDefaultKind.Text, "new", "'new'") },
                    Column("IsOpen", 9, "INTEGER") with { Default = new ColumnDefault(ColumnDefaultKind.Number, "1", "1") },
                    Column("Label", 10, "", isNullable: true) with { Generated = new GeneratedColumn("upper(coalesce(\"Note\", ''))", IsStored: true) },
                ],
                PrimaryKey = new PrimaryKey("PK_Orders", ["Id"]),
                Indexes =
                [
                    Index("IX_Orders_CustomerId", isUnique: false, "CustomerId"),
                    Index("IX_Orders_ParentId", isUnique: false, "ParentId"),
                    new TableIndex
                    {
                        Name = "IX_Orders_PlacedOn_State",
                        IsUnique = false,
                        Parts = [new IndexPart { Column = "PlacedOn", IsDescending = true }, new IndexPart { Column = "State" }],
                    },
                ],
                ForeignKeys =
                [
                    ForeignKey("FK_Orders_Customers_CustomerId", "CustomerId", "Customers", ReferentialAction.Cascade),
                    ForeignKey("FK_Orders_Orders_ParentId", "ParentId", "Orders", ReferentialAction.Restrict),
                ],
                Checks = [new CheckConstraint("CK_Orders_State", "\"State\" IN ('new', 'paid') AND length(\"State\") <= 10")],
            },
        ],
    };

    public static DatabaseSchema MySql { get; } = new()
    {
        Engine = Engine.MySql,
        Server = MySqlServer,
        DefaultCollation = "utf8mb4_0900_bin",
        DefaultCharacterSet = "utf8mb4",
        Tables =
        [
            new Table
            {
                Name = "Customers",
                Columns =
                [
                    Column("Id", 1, "int") with { IsIdentity = true },
                    Text("Code", 2, "varchar(20)"),
                    Text("Email", 3, "varchar(200)"),
                    Text("Token", 4, "char(36)") with { Collation = "ascii_general_ci", CharacterSet = "ascii" },
                ],
                PrimaryKey = new PrimaryKey("PRIMARY", ["Id"]),
                Indexes = [Index("AK_Customers_Code", isUnique: true, "Code"), Index("IX_Customers_Email", isUnique: true, "Email")],
                Collation = "utf8mb4_0900_bin",
                Options = new Dictionary<string, string> { ["engine"] = "InnoDB" },
            },
            new Table
            {
                Name = "Orders",
                Columns =
                [
                    Column("Id", 1, "int") with { IsIdentity = true },
                    Column("CustomerId", 2, "int"),
                    Column("ParentId", 3, "int", isNullable: true),
                    Text("Note", 4, "longtext", isNullable: true),
                    Column("Total", 6, "decimal(18,2)") with { Default = new ColumnDefault(ColumnDefaultKind.Number, "1.50", "1.50") },
                    Column("PlacedOn", 5, "date"),
                    Column("CreatedAt", 7, "datetime(6)") with { Default = new ColumnDefault(ColumnDefaultKind.Expression, "CURRENT_TIMESTAMP(6)", "CURRENT_TIMESTAMP(6)") },
                    Text("State", 8, "varchar(10)") with { Default = new ColumnDefault(ColumnDefaultKind.Text, "new", "new") },
                    Column("IsOpen", 9, "tinyint(1)") with { Default = new ColumnDefault(ColumnDefaultKind.Number, "1", "1") },
                    Text("Label", 10, "longtext", isNullable: true) with { Generated = new GeneratedColumn("upper(coalesce(`Note`,_utf8mb4''))", IsStored: true) },
                ],
                PrimaryKey = new PrimaryKey("PRIMARY", ["Id"]),
                Indexes =
                [
                    Index("IX_Orders_CustomerId", isUnique: false, "CustomerId"),
                    Index("IX_Orders_ParentId", isUnique: false, "ParentId"),
                    new TableIndex
                    {
                        Name = "IX_Orders_PlacedOn_State",
                        IsUnique = false,
                        Parts = [new IndexPart { Column = "PlacedOn", IsDescending = true }, new IndexPart { Column = "State" }],
                    },
                ],
                ForeignKeys =
                [
                    ForeignKey("FK_Orders_Customers_CustomerId", "CustomerId", "Customers", ReferentialAction.Cascade),
                    ForeignKey("FK_Orders_Orders_ParentId", "ParentId", "Orders", ReferentialAction.Restrict),
                ],
                Checks = [new CheckConstraint("CK_Orders_State", "((`State` in (_utf8mb4'new',_utf8mb4'paid')) and (char_length(`State`) <= 10))")],
                Collation = "utf8mb4_0900_bin",
                Options = new Dictionary<string, string> { ["engine"] = "InnoDB" },
            },
        ],
    };

    public static EnginePair<DatabaseSchema> Schemas { get; } = new(Sqlite, MySql);

    public static EnginePair<EngineModel> Models { get; } = new(Model(Engine.Sqlite), Model(Engine.MySql));

    public static Column Column(string name, int ordinal, string type, bool isNullable = false) =>
        new() { Name = name, Ordinal = ordinal, Type = StoreTypeParser.Parse(type), IsNullable = isNullable };

    public static TableIndex Index(string name, bool isUnique, params string[] columns) =>
        new() { Name = name, IsUnique = isUnique, Parts = [.. columns.Select(column => new IndexPart { Column = column })] };

    public static ForeignKey ForeignKey(string name, string column, string principal, ReferentialAction onDelete) => new()
    {
        Name = name,
        Columns = [column],
        PrincipalTable = principal,
        PrincipalColumns = ["Id"],
        OnDelete = onDelete,
        OnUpdate = ReferentialAction.NoAction,
    };

    public static MigrationDescription Migration(string id) => new()
    {
        Id = id,
        Name = id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..],
        TypeName = $"Shop.Migrations.{id}",
        HasTargetModel = true,
    };

    private static Column Text(string name, int ordinal, string type, bool isNullable = false) =>
        Column(name, ordinal, type, isNullable) with { Collation = "utf8mb4_0900_bin", CharacterSet = "utf8mb4" };

    private static EngineModel Model(Engine engine)
    {
        var isSqlite = engine == Engine.Sqlite;
        return new EngineModel
        {
            Engine = engine,
            ContextType = "Shop.ShopContext",
            ObtainedBy = "constructor taking DbContextOptions",
            ProviderName = isSqlite ? "Microsoft.EntityFrameworkCore.Sqlite" : "Pomelo.EntityFrameworkCore.MySql",
            ProviderVersion = "9.0.0",
            EfCoreVersion = "9.0.23",
            ConfiguredServerVersion = isSqlite ? null : "8.4.0-mysql",
            EntityTypeCount = 2,
            MigrationsAssembly = "Shop",
            HasSnapshot = true,
            Tables =
            [
                new ModelTable
                {
                    Name = "Customers",
                    Columns =
                    [
                        Mapped("Customers", "Id", "int", isSqlite ? "INTEGER" : "int") with { IsIdentity = true },
                        Mapped("Customers", "Code", "string", isSqlite ? "TEXT" : "varchar(20)") with { MaxLength = 20 },
                        Mapped("Customers", "Email", "string", isSqlite ? "TEXT" : "varchar(200)") with { MaxLength = 200 },
                        Mapped("Customers", "Token", "Guid", isSqlite ? "TEXT" : "char(36)"),
                    ],
                },
                new ModelTable
                {
                    Name = "Orders",
                    Columns =
                    [
                        Mapped("Orders", "Id", "int", isSqlite ? "INTEGER" : "int") with { IsIdentity = true },
                        Mapped("Orders", "CustomerId", "int", isSqlite ? "INTEGER" : "int"),
                        Mapped("Orders", "ParentId", "int?", isSqlite ? "INTEGER" : "int") with { IsNullable = true },
                        Mapped("Orders", "Note", "string", isSqlite ? "TEXT" : "longtext") with { IsNullable = true },
                        Mapped("Orders", "Total", "decimal", isSqlite ? "TEXT" : "decimal(18,2)") with { Precision = 18, Scale = 2, DefaultLiteral = isSqlite ? "'1.5'" : "1.5", DefaultValue = "1.5" },
                        Mapped("Orders", "PlacedOn", "DateOnly", isSqlite ? "TEXT" : "date"),
                        Mapped("Orders", "CreatedAt", "DateTime", isSqlite ? "TEXT" : "datetime(6)") with { DefaultSql = isSqlite ? "CURRENT_TIMESTAMP" : "CURRENT_TIMESTAMP(6)" },
                        Mapped("Orders", "State", "string", isSqlite ? "TEXT" : "varchar(10)") with { MaxLength = 10, DefaultLiteral = "'new'", DefaultValue = "new" },
                        Mapped("Orders", "IsOpen", "bool", isSqlite ? "INTEGER" : "tinyint(1)") with { DefaultLiteral = "1", DefaultValue = "True" },
                        Mapped("Orders", "Label", "string", isSqlite ? "TEXT" : "longtext") with { IsNullable = true, ComputedSql = "upper(coalesce(Note, ''))", IsStored = true },
                    ],
                    Checks = [new ModelCheck("CK_Orders_State", isSqlite ? "State IN ('new', 'paid') AND length(State) <= 10" : "State IN ('new', 'paid') AND char_length(State) <= 10")],
                },
            ],
            Migrations = [Migration("20260101000000_Init"), Migration("20260201000000_AddNote"), Migration("20260301000000_AddState")],
        };
    }

    private static ModelColumn Mapped(string table, string name, string clrType, string storeType) => new()
    {
        Name = name,
        Property = $"{table}.{name}",
        ClrType = clrType,
        ProviderClrType = clrType.TrimEnd('?'),
        StoreType = storeType,
        IsNullable = false,
    };
}
