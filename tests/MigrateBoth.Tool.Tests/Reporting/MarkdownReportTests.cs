using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.Reporting.Markdown;
using MigrateBoth.Tool.Tests.Rendering;

namespace MigrateBoth.Tool.Tests.Reporting;

public sealed class MarkdownReportTests
{
    [Fact]
    public void Verdict_stages_and_findings_are_there()
    {
        var markdown = Rendered.As("markdown", SampleReports.Failed);

        Assert.StartsWith("## ❌ migrate-both verify: failed\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| ❌ | drift | failed | 1240 | 2.3 s | 1 error, 1 info |", markdown, StringComparison.Ordinal);
        Assert.Contains("[MB204](https://example.org/rules#mb204) | <code>Orders.Note</code>", markdown, StringComparison.Ordinal);
        Assert.Contains("1 accepted by the configuration", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_report_stays_under_one_MiB_and_shows_the_worst_and_counts_the_rest()
    {
        var report = Huge(20_000);

        var markdown = Rendered.As("markdown", report);

        Assert.InRange(Encoding.UTF8.GetByteCount(markdown), 500_000, (1024 * 1024) - 1);
        // Errors come last by name and first by weight.
        Assert.Contains("<code>Z00001</code>", markdown, StringComparison.Ordinal);
        var shown = markdown.Split('\n').Count(line => line.StartsWith("| 🔴", StringComparison.Ordinal) || line.StartsWith("| 🔵", StringComparison.Ordinal));
        Assert.Equal(100, markdown.Split('\n').Count(line => line.StartsWith("| 🔴", StringComparison.Ordinal)));
        Assert.Contains($"**And {20_100 - shown} infos more**", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(5_000)]
    [InlineData(50_000)]
    public void It_keeps_to_the_room_that_others_have_left(long room) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(new MarkdownReportFile().Render(Huge(2_000), room)), 0, room);

    [Fact]
    public void The_diagram_shows_what_differs_and_no_more()
    {
        var diagram = Rendered.As("markdown", WithSchemas()).Split("```mermaid\n")[1].Split("```")[0];

        Assert.Contains("t0[\"Orders\"] {\n    decimal_10_2 Total \"type: TEXT | decimal(10,2)\"\n  }\n", diagram, StringComparison.Ordinal);
        Assert.DoesNotContain("Customers", diagram, StringComparison.Ordinal);
        Assert.DoesNotContain("Note", diagram, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_differences_there_is_no_diagram() =>
        Assert.DoesNotContain("mermaid", Rendered.As("markdown", WithSchemas() with { Stages = [] }), StringComparison.Ordinal);

    private static CheckReport Huge(int count) => SampleReports.Failed with
    {
        Stages =
        [
            new()
            {
                Name = "parity",
                Status = StageStatus.Failed,
                Checked = 1,
                Findings =
                [
                    .. Enumerable.Range(1, count).Select(i => Finding($"A{i:00000}", Severity.Info)),
                    .. Enumerable.Range(1, 100).Select(i => Finding($"Z{i:00000}", Severity.Error)),
                ],
            },
        ],
    };

    private static Finding Finding(string name, Severity severity) => new()
    {
        Rule = "MB301",
        Severity = severity,
        Stage = "parity",
        Object = new ObjectPath(name),
        Kind = ObjectKind.Column,
        Message = $"{name} ist größer als gedacht.",
        Expected = "TEXT",
        Actual = "int",
    };

    private static CheckReport WithSchemas() => SampleReports.Passed with
    {
        Stages = [new() { Name = "parity", Status = StageStatus.Failed, Checked = 1, Findings = [Finding("Orders.Total", Severity.Error) with { Object = new ObjectPath("Orders", "Total") }] }],
        Schemas = SchemaSides.OfEngines(Schema(Engine.Sqlite, "TEXT"), Schema(Engine.MySql, "decimal(10,2)")),
    };

    private static DatabaseSchema Schema(Engine engine, string type) => new()
    {
        Engine = engine,
        Server = new ServerIdentity(engine.DisplayName(), "1"),
        Tables = [Table("Customers", "INTEGER"), Table("Orders", type)],
    };

    private static Table Table(string name, string type) => new()
    {
        Name = name,
        Columns =
        [
            new Column { Name = "Total", Ordinal = 1, Type = StoreTypeParser.Parse(type), IsNullable = false },
            new Column { Name = "Note", Ordinal = 2, Type = StoreTypeParser.Parse(type), IsNullable = false },
        ],
    };
}
