using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Rules;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Reporting.Sarif;
using MigrateBoth.Tool.Tests.Rendering;
using NJsonSchema;

namespace MigrateBoth.Tool.Tests.Reporting;

public sealed class SarifReportTests
{
    public static TheoryData<string> Names => ["Passed", "Failed", "Incomplete", "Hostile"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Follows_the_schema_of_the_standard(string name)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Reporting", "Schemas", "sarif-2.1.0-rtm.5.json"));

        Assert.Empty(schema.Validate(Rendered.As("sarif", Report(name))));
    }

    [Fact]
    public async Task The_schema_does_refuse_what_breaks_it()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Reporting", "Schemas", "sarif-2.1.0-rtm.5.json"));

        Assert.NotEmpty(schema.Validate(Rendered.As("sarif", SampleReports.Failed).Replace("\"level\": \"error\"", "\"level\": \"fatal\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_result_points_at_its_rule_its_object_and_its_line()
    {
        var run = Run(SampleReports.Failed);
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = run.GetProperty("results").EnumerateArray().ToList();

        Assert.All(results, result => Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        var note = results.Single(result => result.GetProperty("ruleId").GetString() == "MB204");
        Assert.Equal("error", note.GetProperty("level").GetString());
        var place = note.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("Migrations/MySql/20260101000000_Init.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(42, place.GetProperty("region").GetProperty("startLine").GetInt32());
        var accepted = results.Single(result => result.GetProperty("ruleId").GetString() == "MB301");
        Assert.Equal("ordered by the application", accepted.GetProperty("suppressions")[0].GetProperty("justification").GetString());
    }

    [Fact]
    public void A_rule_brings_its_page_along()
    {
        var rule = Run(HostileReports.Report).GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];

        Assert.Equal("MB301", rule.GetProperty("id").GetString());
        Assert.Contains("MB301", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_rule_has_the_texts_that_GitHub_requires_in_the_length_that_it_takes()
    {
        var sample = SampleReports.Failed.Findings[0];
        var run = Run(SampleReports.Passed with { Stages = [SampleReports.Failed.Stages[1] with { Findings = [.. RuleSet.ById.Keys.Select(id => sample with { Rule = id })] }] });

        Assert.All(run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(), rule =>
        {
            Assert.InRange(rule.GetProperty("name").GetString()!.Length, 1, 255);
            Assert.InRange(rule.GetProperty("shortDescription").GetProperty("text").GetString()!.Length, 1, 1_024);
            Assert.InRange(rule.GetProperty("fullDescription").GetProperty("text").GetString()!.Length, 30, 1_024);
            Assert.NotEmpty(rule.GetProperty("help").GetProperty("text").GetString()!);
        });
    }

    [Fact]
    public void What_could_not_be_traced_to_a_line_is_shown_at_the_project()
    {
        var untraced = Run(HostileReports.Report).GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());

        Assert.Contains("My%20App/App.csproj", untraced);
    }

    [Theory]
    [InlineData("Passed")]
    [InlineData("Failed")]
    [InlineData("Incomplete")]
    [InlineData("Hostile")]
    public void Every_result_has_a_file_without_which_GitHub_refuses_them_all(string name)
    {
        var run = Run(Report(name) with { ProjectFile = null });

        Assert.All(run.GetProperty("results").EnumerateArray(), result => Assert.NotEmpty(
            result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!));
    }

    [Fact]
    public void A_run_has_as_many_results_as_GitHub_takes_worst_first_and_the_rest_counted()
    {
        var sample = SampleReports.Failed.Findings.Single(finding => finding.Rule == "MB204");
        var many = Enumerable.Range(0, 6_000).Select(i => sample with { Object = new($"T{i}"), Severity = i == 5_999 ? Severity.Error : Severity.Warning });
        var results = Run(SampleReports.Passed with { Stages = [SampleReports.Failed.Stages[1] with { Findings = [.. many] }] }).GetProperty("results").EnumerateArray().ToList();

        Assert.Equal(5_000, results.Count);
        Assert.Equal("error", results[0].GetProperty("level").GetString());
        Assert.Contains("1001 more findings", results[^1].GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(21, 1)]
    public async Task More_configurations_than_GitHub_takes_runs_are_one_run(int configurations, int runs)
    {
        var format = new SarifReportFile(new SourcePaths("/src"));
        var parts = Enumerable.Range(0, configurations).Select(i => format.Render((i == 3 ? HostileReports.Report : SampleReports.Failed) with { Configuration = $"app{i}" })).ToList();

        var text = format.Join(parts);

        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Reporting", "Schemas", "sarif-2.1.0-rtm.5.json"));
        Assert.Empty(schema.Validate(text));
        var joined = JsonDocument.Parse(text).RootElement.GetProperty("runs").EnumerateArray().ToList();
        Assert.Equal(runs, joined.Count);
        Assert.Equal(runs, joined.Select(run => run.GetProperty("automationDetails").GetProperty("id").GetString()).Distinct().Count());
        var results = joined.SelectMany(run => run.GetProperty("results").EnumerateArray().Select(result => (Run: run, Result: result))).ToList();
        Assert.Equal(parts.Sum(part => JsonDocument.Parse(part).RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength()), results.Count);
        Assert.All(results, item => Assert.Equal(
            item.Result.GetProperty("ruleId").GetString(),
            item.Run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[item.Result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        if (runs == 1)
        {
            Assert.Equal(results.Count, results.Select(item => item.Result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()).Distinct().Count());
        }
    }

    [Fact]
    public void An_unfinished_check_is_not_a_successful_run()
    {
        var invocation = Run(SampleReports.Incomplete).GetProperty("invocations")[0];

        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(2, invocation.GetProperty("exitCode").GetInt32());
        Assert.Contains(
            invocation.GetProperty("toolExecutionNotifications").EnumerateArray(),
            notification => notification.GetProperty("message").GetProperty("text").GetString()!.Contains("MySQL is not there.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fingerprint_stays_when_line_and_words_change_and_differs_where_the_object_does()
    {
        var finding = SampleReports.Failed.Findings.Single(f => f.Rule == "MB204");

        Assert.Equal(
            Fingerprints.Of([finding]),
            Fingerprints.Of([finding with { Location = new SourceLocation("Other.cs", 1), Message = "Said in another way.", Actual = "varchar(120)" }]));
        var others = Fingerprints.Of([
            finding, finding with { Object = new("Orders", "Other") }, finding with { Rule = "MB205" }, finding with { Engine = Engine.Sqlite }, finding with { Engine = null },
            finding with { Stage = "parity" }, finding with { Kind = ObjectKind.Index }, finding]);
        Assert.Equal(others.Count, others.Distinct().Count());
    }

    [Fact]
    public void Paths_are_relative_to_the_repository_wherever_the_command_runs()
    {
        var folder = Directory.CreateTempSubdirectory("migrateboth-paths-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, ".git"));
            var work = Directory.CreateDirectory(Path.Combine(folder.FullName, "src", "App")).FullName;

            Assert.Equal("src/App/App.csproj", SourcePaths.Of(work).FromRoot(Path.Combine(work, "App.csproj")));
            Assert.Equal("src/App/Migrations/A.cs", SourcePaths.Of(work).FromRoot("src/App/Migrations/A.cs"));
            Assert.Equal("/elsewhere/A.cs", SourcePaths.Of(work).FromRoot("/elsewhere/A.cs"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CheckReport Report(string name) => name switch
    {
        "Passed" => SampleReports.Passed,
        "Failed" => SampleReports.Failed,
        "Incomplete" => SampleReports.Incomplete,
        _ => HostileReports.Report,
    };

    private static JsonElement Run(CheckReport report) => JsonDocument.Parse(Rendered.As("sarif", report)).RootElement.GetProperty("runs")[0];
}
