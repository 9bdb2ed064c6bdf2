using System.Text.Json;
using MigrateBoth.Core.Policy;
using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;
using MigrateBoth.Core.Testing.Causes;
using MigrateBoth.Core.Testing.Results;
using MigrateBoth.Core.Testing.Sharding;

namespace MigrateBoth.Core.Tests.Testing;

public sealed class SuiteTests
{
    private static EngineRun Plain(Engine engine, params string[] methods) => new() { Engine = engine, Results = [.. methods.Select(method => Recorded.Result(method: method))] };

    private static SuiteResult Suite(params string[] methods) =>
        SuiteComparer.Compare(new SuiteRuns(Plain(Engine.Sqlite, methods), Plain(Engine.MySql, methods))).Result;

    [Fact]
    public void A_suite_that_is_the_same_on_both_passes()
    {
        var result = SuiteComparer.Compare(new SuiteRuns(Recorded.Run(Engine.Sqlite, Recorded.Query([["n:1"]])), Recorded.Run(Engine.MySql, Recorded.Query([["n:1"]])))).Result;

        var stage = TestsStage.Run(result);

        Assert.Equal(StageStatus.Passed, stage.Status);
        Assert.True(stage.Checked > 2);
        Assert.True(Assert.Single(result.Tests).IsRecorded);
    }

    [Fact]
    public void No_tests_is_incomplete() => Assert.Equal(StageStatus.Incomplete, TestsStage.Run(new SuiteResult()).Status);

    [Fact]
    public void A_suite_that_records_nothing_is_incomplete_unless_that_is_accepted()
    {
        var stage = TestsStage.Run(Suite("A.B.C"));
        Assert.Equal(StageStatus.Incomplete, stage.Status);
        Assert.Equal("MB961", Assert.Single(stage.Findings).Rule);

        var policy = new FindingPolicy(new Dictionary<string, Severity?> { ["MB961"] = Severity.Info }, [], Severity.Error, new DateOnly(2026, 1, 1));
        Assert.Equal(StageStatus.Passed, Assert.Single(policy.Apply([stage])).Status);
    }

    [Fact]
    public void A_run_that_broke_off_is_incomplete_and_no_test_behind_it_is_called_different()
    {
        var broken = Plain(Engine.MySql, "A.B.C") with { Obstacles = [new SuiteObstacle(Engine.MySql, "The host crashed.", null)] };

        var result = SuiteComparer.Compare(new SuiteRuns(Plain(Engine.Sqlite, "A.B.C", "A.B.D"), broken)).Result;

        Assert.Empty(result.Findings);
        Assert.Equal(TestVerdict.NotCompared, result.Tests.Single(test => test.Name == "A.B.D").Verdict);
        Assert.Equal(StageStatus.Incomplete, TestsStage.Run(result).Status);
    }

    [Fact]
    public void A_test_that_ended_on_neither_engine_has_not_passed()
    {
        var result = SuiteComparer.Compare(new SuiteRuns(
            Recorded.Run(Engine.Sqlite, [Recorded.Result(TestOutcome.Unknown)]), Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Unknown)]))).Result;

        Assert.Equal("MB606", Assert.Single(result.Findings).Rule);
    }

    [Fact]
    public void A_recording_without_its_end_is_incomplete()
    {
        var whole = Recorded.Run(Engine.Sqlite, Recorded.Query([["n:1"]]));
        var cut = whole with { Engine = Engine.MySql, Recordings = [whole.Recordings[0] with { IsComplete = false }] };

        Assert.Equal(StageStatus.Incomplete, TestsStage.Run(SuiteComparer.Compare(new SuiteRuns(whole, cut)).Result).Status);
    }

    [Fact]
    public void Three_shards_merged_are_one_run()
    {
        string[] classes = [.. Enumerable.Range(0, 10).Select(i => $"N.Class{i}")];
        List<TestClass> all = [.. classes.Select(name => new TestClass(Recorded.Project, name))];
        var whole = Suite([.. classes.Select(name => $"{name}.Test")]);
        var parts = Enumerable.Range(1, 3).Select(index => new Shard(index, 3)).Select(shard => new ShardResults
        {
            ToolVersion = "1",
            Shard = shard,
            Classes = all,
            Result = Suite([.. shard.Of(all).Select(one => $"{one.Name}.Test")]),
        }).ToList();

        var read = parts.Select(part => ShardFile.Read(ShardFile.Write(part), "part")).ToList();
        var merged = TestsStage.Run(ShardMerger.Merge(read));

        Assert.Equal(whole.Tests, ShardMerger.Merge(read).Tests);
        Assert.Equal(TestsStage.Run(whole).Findings.Select(finding => finding.Message), merged.Findings.Select(finding => finding.Message));
        Assert.Equal((TestsStage.Run(whole).Status, whole.Facts), (merged.Status, merged.Checked));
        Assert.NotEmpty(ShardMerger.Merge([parts[0], parts[2]]).Obstacles);
        Assert.NotEmpty(ShardMerger.Merge([.. parts, parts[1]]).Obstacles);
        Assert.NotEmpty(ShardMerger.Merge([parts[0], parts[1], parts[2] with { Classes = [] }]).Obstacles);
        Assert.Empty(ShardMerger.Merge(parts).Obstacles);
    }

    [Fact]
    public void Shards_are_disjoint_complete_and_the_same_in_any_order()
    {
        List<TestClass> all = [.. Enumerable.Range(0, 50).Select(i => new TestClass("P", $"N.C{i}"))];
        var parts = Enumerable.Range(1, 4).Select(index => new Shard(index, 4).Of(all)).ToList();

        Assert.Equal(50, parts.SelectMany(part => part).Distinct().Count());
        Assert.Equal(50, parts.Sum(part => part.Count));
        Assert.All(parts, part => Assert.InRange(part.Count, 12, 13));
        Assert.Equal(parts[1], new Shard(2, 4).Of(Enumerable.Reverse(all)));
    }

    [Theory]
    [InlineData("2/3", true)]
    [InlineData("0/3", false)]
    [InlineData("4/3", false)]
    [InlineData("2", false)]
    [InlineData("a/b", false)]
    public void A_shard_is_written_as_a_fraction(string text, bool isOne) => Assert.Equal(isOne, Shard.Parse(text) is not null);

    [Fact]
    public void Causes_have_ids_of_their_own_and_cite_rows()
    {
        Assert.Equal(CauseCatalog.All.Count, CauseCatalog.All.Select(cause => cause.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(CauseCatalog.All, cause => Assert.All(cause.Rows, row => Assert.Matches(@"^[CSMQ]-\d\d$", row)));
        Assert.All(CauseCatalog.All, cause => Assert.NotEmpty(cause.Fix));
    }

    [Fact]
    public void Every_known_cause_is_provoked_on_real_engines_by_the_sample()
    {
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "expected-causes.json"))).RootElement;

        Assert.Equal(
            CauseCatalog.All.Select(cause => cause.Id).Order(StringComparer.Ordinal),
            expected.EnumerateArray().Select(one => one.GetProperty("cause").GetString()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Results_of_all_frameworks_are_read()
    {
        const string Xml = """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>
                <UnitTestResult testId="1" testName="N.C.Th(a: 1)" outcome="Passed" duration="00:00:00.5" />
                <UnitTestResult testId="1" testName="N.C.Th(a: 1)" outcome="Passed" />
                <UnitTestResult testId="2" testName="Bad" outcome="Failed"><Output><ErrorInfo><Message>no</Message></ErrorInfo></Output></UnitTestResult>
                <UnitTestResult testId="3" testName="Th(1,&quot;a(b&quot;)" outcome="NotExecuted"><Output><StdOut>why</StdOut></Output></UnitTestResult>
                <UnitTestResult testId="4" testName="A friendly name" outcome="InProgress" />
              </Results>
              <TestDefinitions>
                <UnitTest id="1"><TestMethod className="N.C" name="Th" /></UnitTest>
                <UnitTest id="2"><TestMethod className="N.C, Assembly" name="Bad" /></UnitTest>
                <UnitTest id="3"><TestMethod className="N.C+In" name="Th(1,&quot;a(b&quot;)" /></UnitTest>
                <UnitTest id="4"><TestMethod className="N.C" name="N.C.Named" /></UnitTest>
              </TestDefinitions>
              <ResultSummary><RunInfos><RunInfo outcome="Error"><Text>The active test run was aborted. Reason: Test host process crashed</Text></RunInfo></RunInfos></ResultSummary>
            </TestRun>
            """;

        var run = TrxReader.Read(new StringReader(Xml), "P");

        Assert.Equal(["N.C.Th(a: 1)", "N.C.Th(a: 1) #2", "N.C.Bad", "N.C+In.Th(1,\"a(b\")", "N.C.Named [A friendly name]"], run.Results.Select(result => result.Name));
        Assert.Equal(["N.C.Th", "N.C.Th", "N.C.Bad", "N.C+In.Th", "N.C.Named"], run.Results.Select(result => result.Method));
        Assert.Equal([TestOutcome.Passed, TestOutcome.Passed, TestOutcome.Failed, TestOutcome.Skipped, TestOutcome.Unknown], run.Results.Select(result => result.Outcome));
        Assert.Equal("why", run.Results[3].Message);
        Assert.Single(run.Errors);
    }

    [Fact]
    public void What_a_passing_test_prints_declares_nothing_and_is_not_kept()
    {
        const string Xml = """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results><UnitTestResult testId="1" testName="N.C.T" outcome="Passed"><Output><StdOut>MigrateBoth: only on MySQL: says the output</StdOut></Output></UnitTestResult></Results>
              <TestDefinitions><UnitTest id="1"><TestMethod className="N.C" name="T" /></UnitTest></TestDefinitions>
            </TestRun>
            """;

        Assert.Null(Assert.Single(TrxReader.Read(new StringReader(Xml), "P").Results).Message);
    }

    [Theory]
    [InlineData("[xUnit.net 00:00:01.00] P: Catastrophic failure: System.Exception", true)]
    [InlineData("[xUnit.net 00:00:01.00] P: Exception discovering tests from P: System.IO.FileNotFoundException", true)]
    [InlineData("[xUnit.net 00:00:01.00]     N.C.T [FAIL]", false)]
    public void What_kept_tests_from_running_is_told_from_tests_that_fail(string text, bool isBroken)
    {
        var xml = $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results />
              <ResultSummary outcome="Failed"><RunInfos><RunInfo outcome="Error"><Text>{text}</Text></RunInfo></RunInfos></ResultSummary></TestRun>
            """;

        Assert.Equal(isBroken, TrxReader.Read(new StringReader(xml), "P").Errors.Count > 0);
    }

    [Fact]
    public void A_test_that_is_called_like_the_second_of_a_theory_is_its_own()
    {
        var run = Recorded.Run(Engine.Sqlite, [Recorded.Result(method: "N.C.T"), Recorded.Result(method: "N.C.T #2"), Recorded.Result(method: "N.C.T")]);
        var tests = new[] { "N.C.T", "N.C.T #2", "N.C.T" }.Select(name => new RecordedTest("N.C", name, name, null, null, null, [], 0, true)).ToList();
        var recorded = run with { Recordings = [run.Recordings[0] with { Tests = tests }] };

        Assert.NotEmpty(SuiteComparer.Compare(new SuiteRuns(recorded, recorded with { Engine = Engine.MySql })).Result.Tests);
    }

    [Fact]
    public void Results_that_were_cut_off_are_refused() =>
        Assert.Throws<MigrateBoth.Core.Errors.MigrateBothException>(() => TrxReader.Read(new StringReader("<TestRun><Results>"), "P"));
}
