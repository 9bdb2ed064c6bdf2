using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Reports.SideBySide;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Tests.ReportViews;

public sealed class SchemaComparisonViewTests
{
    [Fact]
    public void Objects_of_both_sides_are_brought_together_whatever_their_case_and_length()
    {
        var longName = "FK_" + new string('a', 70);
        var view = View(
            [Table("Orders") with { ForeignKeys = [Key(longName)] }],
            [Table("orders") with { ForeignKeys = [Key(longName[..63] + "~")] }]);

        var table = Assert.Single(view.Tables);
        Assert.Equal(("Orders", "orders"), (table.Self.Left, table.Self.Right));
        Assert.All(table.Objects, item => Assert.True(item is { Left: not null, Right: not null }, item.Name));
        Assert.True(Assert.Single(table.References) is { Table: "Customers", OnLeft: true, OnRight: true, IsOptional: true });
    }

    [Fact]
    public void A_finding_is_hung_at_the_attribute_it_is_about_and_at_no_other()
    {
        var view = View([Table("Orders")], [Table("Orders")], Finding("MB302", "Orders.CustomerId", ObjectKind.Column, "NULL", "NOT NULL"));

        var column = Assert.Single(view.Tables).Objects.Single(item => item.Name == "CustomerId");
        Assert.Equal(["null"], column.Attributes.Where(attribute => attribute.Findings.Count > 0).Select(attribute => attribute.Name));
        Assert.Empty(column.Findings);
    }

    [Fact]
    public void Of_an_index_the_part_that_differs_is_marked()
    {
        var view = View(
            [Table("Orders") with { Indexes = [Index(isUnique: true)] }],
            [Table("Orders") with { Indexes = [Index(isUnique: false)] }],
            Finding("MB331", "Orders.IX_Orders", ObjectKind.Index, "UNIQUE (CustomerId)", "(CustomerId)"));

        var index = Assert.Single(view.Tables).Objects.Single(item => item.Kind == ObjectKind.Index);
        Assert.Equal(["uniqueness"], index.Attributes.Where(attribute => attribute.Findings.Count > 0).Select(attribute => attribute.Name));
    }

    [Fact]
    public void What_both_engines_do_wrong_in_the_same_way_marks_the_whole_definition()
    {
        var view = View(
            [Table("Orders") with { Indexes = [Index(isUnique: false)] }],
            [Table("Orders") with { Indexes = [Index(isUnique: false)] }],
            Finding("MB231", "Orders.IX_Orders", ObjectKind.Index, "UNIQUE (CustomerId)", "(CustomerId)"));

        Assert.All(Assert.Single(view.Tables).Objects.Single(item => item.Kind == ObjectKind.Index).Attributes, attribute => Assert.Equal([0], attribute.Findings));
    }

    [Fact]
    public void Texts_that_differ_without_a_finding_mark_nothing()
    {
        var view = View([Table("Orders", "TEXT")], [Table("Orders", "varchar(50)")]);

        Assert.Empty(Assert.Single(view.Tables).AllFindings);
    }

    [Fact]
    public void An_object_that_only_the_model_has_is_shown_in_its_table()
    {
        var view = View(
            [Table("Orders")],
            [Table("Orders")],
            Finding("MB211", "Orders.Note", ObjectKind.Column, "TEXT", null),
            Finding("MB210", "Lost", ObjectKind.Table, "table of 2 columns", null));

        var note = view.Tables.Single(table => table.Self.Name == "Orders").Objects.Single(item => item.Name == "Note");
        Assert.True(note is { Left: null, Right: null });
        Assert.Single(note.Findings);
        Assert.Single(view.Tables.Single(table => table.Self.Name == "Lost").Self.Findings);
    }

    [Fact]
    public void Every_finding_about_the_schema_is_somewhere()
    {
        Finding[] findings =
        [
            Finding("MB302", "Orders.CustomerId", ObjectKind.Column, "NULL", "NOT NULL"),
            Finding("MB312", "Orders", ObjectKind.PrimaryKey, null, "(Id)"),
            Finding("MB360", "Totals", ObjectKind.View, "SELECT 1", null),
            Finding("MB361", "Orders.Audit", ObjectKind.Trigger, "BEGIN END", null),
            Finding("MB350", "", ObjectKind.Check, "1", null) with { Object = new ObjectPath("a.b", "c") },
            Finding("MB101", "ShopContext", ObjectKind.Database, null, null),
        ];
        var view = View([Table("Orders"), Table("a.b")], [Table("Orders")], findings);

        var shown = view.Tables.SelectMany(table => table.AllFindings).Concat(view.Views.SelectMany(item => item.AllFindings)).Order().ToList();
        var all = Report([], [], findings).Findings;
        Assert.Equal(Enumerable.Range(0, findings.Length).Where(place => all[place].Kind != ObjectKind.Database), shown);
        Assert.Contains(view.Tables.Single(table => table.Self.Name == "a.b").Objects, item => item.Name == "c");
    }

    private static SchemaComparisonView View(IReadOnlyList<Table> left, IReadOnlyList<Table> right, params Finding[] findings) =>
        SchemaComparisonView.Of(Report(left, right, findings))!;

    private static CheckReport Report(IReadOnlyList<Table> left, IReadOnlyList<Table> right, Finding[] findings) => new()
    {
        Command = "verify",
        ToolVersion = "1",
        FailOn = Severity.Error,
        Stages = [new() { Name = "parity", Status = StageStatus.Failed, Checked = 1, Findings = findings }],
        Schemas = SchemaSides.OfEngines(Schema(Engine.Sqlite, left), Schema(Engine.MySql, right)),
    };

    private static DatabaseSchema Schema(Engine engine, IReadOnlyList<Table> tables) =>
        new() { Engine = engine, Server = new ServerIdentity(engine.DisplayName(), "1"), Tables = tables };

    private static Table Table(string name, string type = "int") => new()
    {
        Name = name,
        Columns =
        [
            new Column { Name = "Id", Ordinal = 1, Type = StoreTypeParser.Parse("int"), IsNullable = false },
            new Column { Name = "CustomerId", Ordinal = 2, Type = StoreTypeParser.Parse(type), IsNullable = true },
        ],
        PrimaryKey = new PrimaryKey(null, ["Id"]),
    };

    private static ForeignKey Key(string name) => new()
    {
        Name = name,
        Columns = ["CustomerId"],
        PrincipalTable = "Customers",
        PrincipalColumns = ["Id"],
        OnDelete = ReferentialAction.Cascade,
        OnUpdate = ReferentialAction.NoAction,
    };

    private static TableIndex Index(bool isUnique) => new() { Name = "IX_Orders", Parts = [new IndexPart { Column = "CustomerId" }], IsUnique = isUnique };

    private static Finding Finding(string rule, string path, ObjectKind kind, string? expected, string? actual) => new()
    {
        Rule = rule,
        Severity = Severity.Error,
        Stage = "parity",
        Object = Paths.Of(path),
        Kind = kind,
        Message = $"{path} differs.",
        Expected = expected,
        Actual = actual,
    };
}
