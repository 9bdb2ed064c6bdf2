using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.Tests.Rendering;

namespace MigrateBoth.Tool.Tests.Reporting;

public sealed class GitHubReportTests
{
    [Fact]
    public void An_annotation_is_at_the_line_of_the_migration() =>
        Assert.Contains(
            "::error file=Migrations/MySql/20260101000000_Init.cs,line=42,title=MB204 Orders.Note (drift%2C MySQL)::Column Orders.Note is longer in the model than the migrations make it."
            + "%0Amodel: varchar(200)%0Amigrations: varchar(100)%0Afix: Add a migration that alters the column.\n",
            Rendered.As("github", SampleReports.Failed),
            StringComparison.Ordinal);

    [Fact]
    public void Accepted_findings_annotate_nothing() =>
        Assert.DoesNotContain("Orders.Total", Rendered.As("github", SampleReports.Failed), StringComparison.Ordinal);

    [Fact]
    public void There_are_ten_of_a_level_at_most_worst_first_and_the_last_counts_the_rest()
    {
        var lines = Lines(Many(25, Severity.Error), Many(3, Severity.Warning), Many(10, Severity.Info));

        Assert.Equal(23, lines.Count);
        Assert.All(lines.Take(10), line => Assert.StartsWith("::error ", line, StringComparison.Ordinal));
        Assert.All(lines.Skip(10).Take(3), line => Assert.StartsWith("::warning ", line, StringComparison.Ordinal));
        Assert.All(lines.Skip(13), line => Assert.StartsWith("::notice ", line, StringComparison.Ordinal));
        Assert.Contains("16 more of level error", lines[9], StringComparison.Ordinal);
        Assert.DoesNotContain(lines.Skip(10), line => line.Contains("more of level", StringComparison.Ordinal));
    }

    [Fact]
    public void What_could_not_be_verified_comes_before_every_finding()
    {
        var lines = Rendered.As("github", SampleReports.Incomplete with { Stages = [.. SampleReports.Incomplete.Stages, SampleReports.Failed.Stages[1]] }).Split('\n');

        Assert.Contains("mysql-unavailable", lines[0], StringComparison.Ordinal);
        Assert.Contains("drift could not be verified", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_passed_annotates_nothing() => Assert.Empty(Rendered.As("github", SampleReports.Passed));

    private static List<string> Lines(params IEnumerable<Finding>[] findings) =>
        [.. Rendered.As("github", SampleReports.Passed with { Stages = [new() { Name = "parity", Status = StageStatus.Failed, Checked = 1, Findings = [.. findings.SelectMany(f => f)] }] })
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private static IEnumerable<Finding> Many(int count, Severity severity) => Enumerable.Range(1, count).Select(i => new Finding
    {
        Rule = "MB301",
        Severity = severity,
        Stage = "parity",
        Object = new($"T{i:00}"),
        Kind = ObjectKind.Table,
        Message = $"T{i:00} differs.",
    });
}
