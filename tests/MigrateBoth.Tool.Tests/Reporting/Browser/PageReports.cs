using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.Behaviour;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;
using MigrateBoth.Tool.Tests.Rendering;

namespace MigrateBoth.Tool.Tests.Reporting.Browser;

/// <summary>Reports with schemas of a given size, in which some columns differ.</summary>
internal static class PageReports
{
    /// <summary>Three tables; Orders.Total has another type than it should on MySQL, its index is missing there, and Audit is on SQLite alone.</summary>
    public static CheckReport Small { get; } = Of(
        [Table("Audit", [], null), Table("Customers", ["Name", "Email"], null), Table("Orders", ["Total", "Note", "CustomersId"], "Customers")],
        [
            Finding("MB301", Severity.Error, "parity", null, "Orders.Total", ObjectKind.Column, "TEXT", "decimal(10,2)"),
            Finding("MB201", Severity.Error, "drift", Engine.MySql, "Orders.Total", ObjectKind.Column, "decimal(18,2)", "decimal(10,2)"),
            Finding("MB330", Severity.Warning, "parity", Engine.MySql, "Orders.IX_Orders_Total", ObjectKind.Index, "(Total)", null),
            Finding("MB311", Severity.Error, "parity", null, "Audit", ObjectKind.Table, "table of 1 columns", null),
            Finding("MB373", Severity.Info, "parity", null, "Customers.Name", ObjectKind.Column, "''", null),
            Finding("MB302", Severity.Error, "parity", null, "Customers.Email", ObjectKind.Column, "NULL", "NOT NULL") with { Accepted = true, AcceptedBecause = "checked by the form" },
        ]);

    /// <summary>A suite of three tests, one of which went another way on MySQL, and a self-test that missed one defect.</summary>
    public static CheckReport WithTests { get; } = Small with
    {
        Stages = [.. Small.Stages.Select(stage => stage.Name != "tests" ? stage : stage with
        {
            Findings =
            [
                Finding("MB602", Severity.Error, "tests", Engine.MySql, "Shop.Tests.Orders.Are_sorted", ObjectKind.Test, "passed", "failed") with
                {
                    Location = new SourceLocation("tests/OrderTests.cs", 12),
                },
            ],
        })],
        Tests =
        [
            new() { Project = "Shop.Tests", Name = "Shop.Tests.Orders.Are_sorted", Sqlite = Passed, MySql = Passed with { Outcome = TestOutcome.Failed, Message = "Expected: a\nActual: <b>" }, Verdict = TestVerdict.Different },
            new() { Project = "Shop.Tests", Name = "Shop.Tests.Orders.Are_stored", Sqlite = Passed, MySql = Passed, Verdict = TestVerdict.Same },
            new() { Project = "Shop.Tests", Name = "Shop.Tests.Search.Ignores_case", Sqlite = Passed, Verdict = TestVerdict.OneEngine },
        ],
        SelfTest = new SelfTestResult
        {
            Scores = [new("index-missing", Engine.Sqlite, 3, 3, null), new("index-missing", Engine.MySql, 3, 2, null)],
            Missed = [new("index-missing", new ObjectPath("Orders", "IX_Total"), Engine.MySql, "MB330 at Orders.IX_Total")],
        },
    };

    /// <summary>Levels 4 and 5 with something of everything they can show.</summary>
    public static CheckReport WithLevels { get; } = Small with
    {
        Stages = [.. Small.Stages.Select(stage => stage.Name != "behaviour" ? stage : stage with
        {
            Status = StageStatus.Failed,
            Findings =
            [
                Finding("MB510", Severity.Error, "behaviour", null, "Customers.Name", ObjectKind.Property, null, null) with
                {
                    Objects = ["Customers.Name", "Orders.Note"],
                    Example = new FindingExample(
                        "db.Customers.Where(e => e.Name == value)", "\"ABC\"",
                        new FindingExampleSide("SELECT \"Id\" FROM \"Customers\" WHERE \"Name\" = 'ABC'", "no rows"),
                        new FindingExampleSide("SELECT `Id` FROM `Customers` WHERE `Name` = 'ABC'", "1 row: abc")),
                },
            ],
        })],
        RoundTrip = new RoundTripResult
        {
            Migrations = 2,
            Steps =
            [
                new("20260101000000_AddNotes", Engine.Sqlite, TripMark.Sound, TripMark.Sound, TripMark.Sound, TripMark.Sound),
                new("20260101000000_AddNotes", Engine.MySql, TripMark.Sound, TripMark.Wrong, TripMark.Noted, TripMark.NotTried),
                new("20260301000000_DropLegacyTableThatHasAVeryLongName", Engine.Sqlite, TripMark.Sound, TripMark.Sound, TripMark.Irreversible, TripMark.NotTried),
                new("20260301000000_DropLegacyTableThatHasAVeryLongName", Engine.MySql, TripMark.Sound, TripMark.Sound, TripMark.Irreversible, TripMark.NotTried),
            ],
        },
        Probes = new ProbeMatrix(new ProbeCounts(7, 6, 5),
        [
            new(new ObjectPath("Customers", "Name"), [new(ProbeKind.RoundTrip, ProbeStatus.Identical, null), new(ProbeKind.Equal, ProbeStatus.Different, "MB510"), new(ProbeKind.Order, ProbeStatus.NotRun, null)]),
            new(new ObjectPath("Orders", "Note"), [new(ProbeKind.RoundTrip, ProbeStatus.Identical, null), new(ProbeKind.Equal, ProbeStatus.Different, "MB510")]),
            new(new ObjectPath("Orders", "Total"), [new(ProbeKind.RoundTrip, ProbeStatus.Identical, null), new(ProbeKind.Sum, ProbeStatus.Identical, null)]),
        ]),
    };

    private static TestCell Passed => new(TestOutcome.Passed, TimeSpan.FromMilliseconds(12), null);

    /// <summary>A report of many tables, of which one in ten differs.</summary>
    public static CheckReport Large(int tables)
    {
        string Name(int i) => $"Entity{i.ToString("000", CultureInfo.InvariantCulture)}";
        return Of(
            [.. Enumerable.Range(0, tables).Select(i => Table(Name(i), [.. Enumerable.Range(1, 10).Select(c => $"Column{c}"), "ParentId"], i == 0 ? null : Name(i / 3)))],
            [.. from i in Enumerable.Range(0, tables)
                where i % 10 == 7
                from column in Enumerable.Range(1, 4)
                select Finding("MB301", Severity.Error, "parity", null, $"{Name(i)}.Column{column}", ObjectKind.Column, "TEXT", "varchar(50)")]);
    }

    private static CheckReport Of(IReadOnlyList<Table> tables, IReadOnlyList<Finding> findings) => SampleReports.Failed with
    {
        Stages = [.. SampleReports.Failed.Stages.Select(stage => stage with { Findings = [.. findings.Where(finding => finding.Stage == stage.Name)] })],
        Schemas = SchemaSides.OfEngines(
            Schema(Engine.Sqlite, tables),
            Schema(Engine.MySql, [.. tables.Where(table => table.Name != "Audit").Select(OnMySql)])),
    };

    private static DatabaseSchema Schema(Engine engine, IReadOnlyList<Table> tables) => new()
    {
        Engine = engine,
        Server = new ServerIdentity(engine.DisplayName(), "1"),
        Tables = tables,
        Views = [new View("Totals", ["Sum"], "SELECT 1 AS \"Sum\"", IsValid: true)],
    };

    private static Table Table(string name, IReadOnlyList<string> columns, string? principal) => new()
    {
        Name = name,
        Columns = [Column("Id", 1, "INTEGER"), .. columns.Select((column, i) => Column(column, i + 2, "TEXT"))],
        PrimaryKey = new PrimaryKey(null, ["Id"]),
        Indexes = columns.Count == 0 ? [] : [new TableIndex { Name = $"IX_{name}_{columns[0]}", Parts = [new IndexPart { Column = columns[0] }], IsUnique = false }],
        ForeignKeys = principal is null ? [] :
        [
            new ForeignKey
            {
                Name = $"FK_{name}", Columns = [columns[^1]], PrincipalTable = principal, PrincipalColumns = ["Id"], OnDelete = ReferentialAction.Cascade,
                OnUpdate = ReferentialAction.NoAction,
            },
        ],
    };

    private static Table OnMySql(Table table) => table with
    {
        Columns = [.. table.Columns.Select(column => column with { Type = StoreTypeParser.Parse(TypeOf(column)), CharacterSet = column.Name == "Id" ? null : "utf8mb4" })],
        Indexes = [.. table.Indexes.Where(index => index.Name != "IX_Orders_Total")],
    };

    private static string TypeOf(Column column) => column.Name switch
    {
        "Id" => "int",
        "Total" => "decimal(10,2)",
        _ => "varchar(50)",
    };

    private static Column Column(string name, int ordinal, string type) => new() { Name = name, Ordinal = ordinal, Type = StoreTypeParser.Parse(type), IsNullable = false };

    private static Finding Finding(
        string rule, Severity severity, string stage, Engine? engine, string path, ObjectKind kind, string? expected, string? actual) => new()
        {
            Rule = rule,
            Severity = severity,
            Stage = stage,
            Engine = engine,
            Object = path.Split('.', 2) is [var table, var name] ? new ObjectPath(table, name) : new ObjectPath(path),
            Kind = kind,
            Message = $"{path} differs: {expected ?? "none"} and {actual ?? "none"}.",
            Expected = expected,
            Actual = actual,
            Advice = "Add a migration.",
            HelpUri = "https://example.org/rules",
        };
}
