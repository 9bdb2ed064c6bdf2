using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Tracing;
using MigrateBoth.Core.Tracing.Origins;

namespace MigrateBoth.Core.Tests.Tracing;

public sealed class FindingTracerTests
{
    private static readonly OperationOrigin Orders = Operation(1, "CreateTable", "Orders") with
    {
        Parts =
        [
            new OperationPart(ObjectKind.Column, "Id", new("First", 2)),
            new OperationPart(ObjectKind.Column, "Total", new("First", 3)),
            new OperationPart(ObjectKind.PrimaryKey, "PK_Orders", new("First", 4)),
            new OperationPart(ObjectKind.Check, "CK_Orders", null),
        ],
    };

    [Theory]
    [InlineData(ObjectKind.Table, "Orders", 1)]
    [InlineData(ObjectKind.Column, "Orders.Total", 3)]
    [InlineData(ObjectKind.Column, "orders.TOTAL", 3)]
    [InlineData(ObjectKind.PrimaryKey, "Orders.PRIMARY", 4)]
    [InlineData(ObjectKind.Check, "Orders.CK_Orders", 1)]
    [InlineData(ObjectKind.Column, "Orders.Note", null)]
    [InlineData(ObjectKind.Index, "Orders.Total", null)]
    [InlineData(ObjectKind.Database, "Orders", null)]
    public void An_object_is_traced_to_what_made_it(ObjectKind kind, string path, int? line) =>
        Assert.Equal(line, Line(Found(kind, path), Orders));

    [Fact]
    public void What_altered_it_last_counts()
    {
        Assert.Equal(9, Line(Found(ObjectKind.Column, "Orders.Total"), Orders, Operation(8, "AlterColumn", "Orders", "Total"), Operation(9, "AlterColumn", "Orders", "Total")));
        Assert.Equal(7, Line(Found(ObjectKind.Column, "Orders.Total"), Orders, Operation(7, "DropColumn", "Orders", "Total")));
        Assert.Equal(7, Line(Found(ObjectKind.Column, "Orders.Id"), Orders, Operation(7, "DropTable", "Orders")));
        Assert.Equal(1, Line(Found(ObjectKind.Table, "Orders"), Orders, Operation(8, "AlterColumn", "Orders", "Total")));
    }

    [Fact]
    public void Renamed_objects_are_followed()
    {
        OperationOrigin[] operations =
        [
            Orders,
            Operation(5, "CreateIndex", "Orders", "IX_A"),
            Operation(6, "RenameColumn", "Orders", "Total") with { NewName = "Sum" },
            Operation(7, "RenameIndex", "Orders", "IX_A") with { NewName = "IX_B" },
            Operation(8, "RenameTable", "Orders", "Sales") with { NewName = "Sales" },
        ];

        Assert.Equal(3, Line(Found(ObjectKind.Column, "Sales.Sum"), operations));
        Assert.Equal(5, Line(Found(ObjectKind.Index, "Sales.IX_B"), operations));
        Assert.Null(Line(Found(ObjectKind.Index, "Sales.IX_A"), operations));
        Assert.Null(Line(Found(ObjectKind.Table, "Orders"), operations));
    }

    [Theory]
    [InlineData("ALTER TABLE `Orders` MODIFY COLUMN `Total` int NULL;", 9)]
    [InlineData("ALTER TABLE Orders ADD Other int, CHANGE Total Total int", 9)]
    [InlineData("UPDATE Orders SET Total = 0", 3)]
    [InlineData("CREATE INDEX IX ON Orders (Total)", 3)]
    [InlineData("ALTER TABLE OrdersOld MODIFY Total int", 3)]
    [InlineData("ALTER TABLE Orders MODIFY TotalTax int", 3)]
    [InlineData("CREATE TABLE x (Total int); ALTER TABLE x RENAME TO Orders", 100)]
    public void Raw_SQL_counts_where_it_surely_alters_the_object(string sql, int? line) =>
        Assert.Equal(line, Line(Found(ObjectKind.Column, "Orders.Total"), Orders, Operation(9, "Sql") with { Sql = sql }));

    [Fact]
    public void Two_places_that_may_both_have_been_it_are_none()
    {
        var doubt = Operation(9, "Sql") with { Sql = "CREATE TABLE x (Total int); ALTER TABLE x RENAME TO Orders" };
        var tracer = new FindingTracer(new EngineOrigins(Engine.MySql, [Migration("1_A", 100, Orders), Migration("2_B", 200, doubt)], []));

        Assert.Null(tracer.Find(Found(ObjectKind.Column, "Orders.Total")));
    }

    [Theory]
    [InlineData(ObjectKind.View, "Open", "CREATE VIEW \"Open\" AS SELECT 1", 9)]
    [InlineData(ObjectKind.Trigger, "Orders.Touch", "CREATE TRIGGER IF NOT EXISTS Touch AFTER INSERT ON Orders BEGIN SELECT 1; END", 9)]
    [InlineData(ObjectKind.Trigger, "Orders.Touch", "CREATE TRIGGER Touched AFTER INSERT ON Orders BEGIN SELECT 1; END", null)]
    public void Objects_that_only_SQL_makes_are_traced_to_it(ObjectKind kind, string path, string sql, int? line)
    {
        Assert.Equal(line, Line(Found(kind, path), Orders, Operation(9, "Sql") with { Sql = sql }));
        Assert.Equal(line, Line(Found(kind, path) with { Engine = null, Expected = null, Stage = StageNames.Parity }, Orders, Operation(9, "Sql") with { Sql = sql }));
    }

    [Theory]
    [InlineData("1_A", 100)]
    [InlineData("2_A", 100)]
    [InlineData("2_B", null)]
    public void What_this_side_never_makes_is_missing_where_the_other_makes_it(string otherId, int? line)
    {
        var tracer = new FindingTracer(
            new EngineOrigins(Engine.MySql, [Migration("1_A", 100, Orders)], []),
            new EngineOrigins(Engine.Sqlite, [Migration(otherId, 500, Operation(501, "CreateIndex", "Orders", "IX_Orders"))], []));

        var missing = Found(ObjectKind.Index, "Orders.IX_Orders") with { Actual = null };
        Assert.Equal(line, tracer.Find(missing)?.Line);
        Assert.Equal(line, tracer.Find(missing with { Stage = StageNames.Parity })?.Line);

        // A column that exists and is in no migration is not missing.
        Assert.Null(tracer.Find(missing with { Expected = null, Actual = "(Total)" }));
    }

    [Fact]
    public void What_the_models_say_is_traced_to_the_property()
    {
        var property = new PropertyOrigin("Orders", "Total", new("Order.cs", 12));
        var tracer = new FindingTracer(
            new EngineOrigins(Engine.Sqlite, [Migration("1_A", 100, Orders)], [property]), new EngineOrigins(Engine.MySql, [Migration("1_A", 100, Orders)], [property]));
        var byModel = Found(ObjectKind.Column, "Orders.Total") with { Engine = null, Stage = StageNames.Parity, IsByModel = true };

        Assert.Equal(12, tracer.Find(byModel)!.Line);
        Assert.Equal(12, tracer.Find(byModel with { Stage = StageNames.History, Kind = ObjectKind.Property, IsByModel = false })!.Line);
        Assert.Null(tracer.Find(byModel with { IsByModel = false }));
    }

    [Fact]
    public void A_migration_is_traced_to_its_Up_and_a_refused_statement_to_its_call()
    {
        var broken = Operation(7, "Sql") with { Summary = "run SQL: BROKEN" };
        var tracer = new FindingTracer(
            new EngineOrigins(Engine.Sqlite, [Migration("1_A", 50)], []), new EngineOrigins(Engine.MySql, [Migration("1_A", 100, Orders, broken)], []));
        var refused = Found(ObjectKind.Migration, "1_A") with { Rule = "MB905", Message = "MySQL refused migration 1_A at 'run SQL: BROKEN': no." };

        Assert.Equal(7, tracer.Find(refused)!.Line);
        Assert.Equal(100, tracer.Find(refused with { Message = "no" })!.Line);
        Assert.Equal(50, tracer.Find(refused with { Engine = null, Message = "no" })!.Line);
        Assert.Null(tracer.Find(refused with { Object = new("2_B") }));
    }

    private static Finding Found(ObjectKind kind, string path) => new()
    {
        Rule = "MB201",
        Severity = Severity.Error,
        Engine = Engine.MySql,
        Stage = StageNames.Drift,
        Object = Paths.Of(path),
        Kind = kind,
        Message = "differs",
        Expected = "a",
        Actual = "b",
    };

    private static int? Line(Finding finding, params OperationOrigin[] operations) =>
        new FindingTracer(new EngineOrigins(Engine.MySql, [Migration("1_A", 100, operations)], [])).Find(finding)?.Line;

    private static MigrationOrigin Migration(string id, int up, params OperationOrigin[] operations) => new(id, new("First", up), operations);

    private static OperationOrigin Operation(int line, string kind, string? table = null, string? name = null) =>
        new() { Kind = kind, Summary = kind, Table = table, Name = name, Location = new("First", line) };
}
