using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Policy;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Tests.Findings;

public sealed class FindingPolicyTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Finding Length = new()
    {
        Rule = "MB301",
        Severity = Severity.Error,
        Stage = StageNames.Parity,
        Object = new("Orders", "Total"),
        Kind = ObjectKind.Column,
        Message = "Orders.Total differs.",
        Expected = "TEXT",
        Actual = "decimal(10,2)",
    };

    [Fact]
    public void An_accepted_difference_is_reported_and_does_not_fail()
    {
        var stage = Apply([Length], accept: new Acceptance("mb301", "Orders.Total", "TEXT -> decimal(10,2)", "legacy"));

        var finding = Assert.Single(stage.Findings);
        Assert.True(finding.Accepted);
        Assert.Equal("legacy", finding.AcceptedBecause);
        Assert.Equal(StageStatus.Passed, stage.Status);
    }

    [Fact]
    public void A_stage_that_another_one_s_failure_kept_from_running_adds_no_cause()
    {
        var history = StageResults.Of(StageNames.History, 3, [Length with { Rule = "MB101", Stage = StageNames.History, Object = new ObjectPath("20260101000000_A") }]);
        var follows = StageResults.NotRun(StageNames.RoundTrip, "It has no twin.") with { Cause = StageNames.History };

        var failed = new FindingPolicy(new Dictionary<string, Severity?>(), [], Severity.Error, Today).Apply([history, follows]);
        Assert.Equal([StageStatus.Failed, StageStatus.Skipped], failed.Select(stage => stage.Status));
        Assert.Empty(failed[1].Findings);

        // Where the cause is accepted, nothing fails, and what could not be looked at is not a pass.
        var accepted = new FindingPolicy(new Dictionary<string, Severity?> { ["MB101"] = Severity.Info }, [], Severity.Error, Today).Apply([history, follows]);
        Assert.Equal([StageStatus.Passed, StageStatus.Incomplete], accepted.Select(stage => stage.Status));
    }

    public static TheoryData<string, string?, string, string?> Unlike { get; } = new()
    {
        // The gist stays, the definition changes; blanks change that can be part of a literal; a side appears that reads like its absence.
        { "table of 1 columns", "column 'Id' int", "table of 1 columns", "column 'Id' bigint" },
        { "CREATE VIEW V AS SELECT 1", "CREATE VIEW V AS SELECT 1\nsecurity 'DEFINER'", "CREATE VIEW V AS SELECT 1", "CREATE VIEW V AS SELECT 1\nsecurity 'INVOKER'" },
        { "'a     b'", null, "'a    b'", null },
        { "'a b'", null, "'a     b'", null },
        { "'a\tb'", null, "'a b'", null },
        { "SELECT 1 -- one\n, 2", null, "SELECT 1 -- one , 2", null },
        { " x", null, "x", null },
    };

    [Theory]
    [MemberData(nameof(Unlike))]
    public void What_the_difference_does_not_show_is_pinned_too(string expected, string? definition, string now, string? nowDefined)
    {
        var before = Length with { Expected = expected, ExpectedDefinition = definition, Actual = null };
        var after = before with { Expected = now, ExpectedDefinition = nowDefined };
        Assert.Equal(before.Difference, after.Difference);

        var stage = Apply([after], accept: Acceptance.Of(before, "legacy", null));

        Assert.Equal(StageStatus.Failed, stage.Status);
        Assert.Contains(stage.Findings, f => f.Rule == "MB908" && f.Advice!.Contains("digest", StringComparison.Ordinal));
        Assert.Equal(StageStatus.Passed, Apply([after], accept: Acceptance.Of(after, "legacy", null)).Status);
    }

    [Fact]
    public void An_entry_without_a_digest_covers_what_is_shown_whole_and_nothing_else()
    {
        var whole = Length with { Expected = "'a b'", Actual = null };
        var folded = whole with { Expected = "'a     b'" };
        var entry = new Acceptance("MB301", "Orders.Total", "'a b' -> none", "legacy");

        Assert.Null(whole.Digest);
        Assert.Equal(StageStatus.Passed, Apply([whole], accept: entry).Status);
        var stage = Apply([folded], accept: entry);
        Assert.Equal(StageStatus.Failed, stage.Status);
        Assert.Contains(folded.Digest!, Assert.Single(stage.Findings, f => f.Rule == "MB908").Advice, StringComparison.Ordinal);
        Assert.Equal(StageStatus.Passed, Apply([folded], accept: entry with { Digest = folded.Digest }).Status);
    }

    [Fact]
    public void Two_sides_never_read_as_one()
    {
        Finding[] all =
        [
            Length with { Expected = "a  ", Actual = "b" }, Length with { Expected = "a  b", Actual = null }, Length with { Expected = null, Actual = "a  b" },
            Length with { Expected = "none  ", Actual = null }, Length with { Expected = "-\n+1 a", Actual = null },
        ];

        Assert.Equal(all.Length, all.Select(finding => finding.Digest).OfType<string>().Distinct().Count());
    }

    [Theory]
    [InlineData("MB301", "Orders.Total", "TEXT -> decimal(9,2)")]
    [InlineData("MB301", "Orders.total", "TEXT -> decimal(10,2)")]
    [InlineData("MB302", "Orders.Total", "TEXT -> decimal(10,2)")]
    public void An_acceptance_of_anything_else_does_not_cover_it_and_is_stale(string rule, string subject, string difference)
    {
        var stage = Apply([Length], accept: new Acceptance(rule, subject, difference, "legacy"));

        Assert.Equal(StageStatus.Failed, stage.Status);
        Assert.Contains(stage.Findings, f => f is { Rule: "MB301", Accepted: false });
        Assert.Contains(stage.Findings, f => f is { Rule: "MB908", Severity: Severity.Warning } && f.Object.ToString() == subject);
    }

    [Fact]
    public void A_stale_acceptance_says_what_the_difference_is_now()
    {
        var stage = Apply([Length], accept: new Acceptance("MB301", "Orders.Total", "TEXT -> decimal(9,2)", "legacy"));

        var stale = Assert.Single(stage.Findings, f => f.Rule == "MB908");
        Assert.Equal(("TEXT -> decimal(9,2)", "TEXT -> decimal(10,2)"), (stale.Expected, stale.Actual));
    }

    [Fact]
    public void An_acceptance_ends_after_its_last_day()
    {
        var lastDay = Apply([Length], accept: new Acceptance("MB301", "Orders.Total", "TEXT -> decimal(10,2)", "legacy", Today));
        var over = Apply([Length], accept: new Acceptance("MB301", "Orders.Total", "TEXT -> decimal(10,2)", "legacy", Today.AddDays(-1)));

        Assert.Equal(StageStatus.Passed, lastDay.Status);
        Assert.Equal(StageStatus.Failed, over.Status);
        Assert.Contains(over.Findings, f => f.Rule == "MB908");
    }

    [Fact]
    public void An_acceptance_is_not_stale_when_its_stage_was_skipped_or_could_not_be_run()
    {
        var acceptance = new Acceptance("MB301", "Orders.Total", "a -> b", "legacy");
        var policy = Policy([], [acceptance]);

        var stages = policy.Apply([StageResults.Of(StageNames.History, 1, []), StageResults.Skipped(StageNames.Parity)]);
        var failed = policy.Apply([StageResults.NotRun(StageNames.Parity, "no server")]);

        Assert.DoesNotContain(stages.SelectMany(s => s.Findings), f => f.Rule == "MB908");
        Assert.DoesNotContain(failed.SelectMany(s => s.Findings), f => f.Rule == "MB908");
    }

    [Fact]
    public void An_acceptance_is_not_stale_when_its_stage_ran_in_part_only()
    {
        var partly = StageResults.Partly(StageResults.Of(StageNames.Drift, 12, []), "MySQL is gone.", engine: Engine.MySql);
        var stages = Policy([], [new Acceptance("MB201", "Orders.Total", "a -> b", "legacy")]).Apply([partly]);

        Assert.DoesNotContain(stages[0].Findings, f => f.Rule == "MB908");
    }

    [Theory]
    [InlineData(StageNames.History, false)]
    [InlineData(StageNames.Parity, false)]
    [InlineData(StageNames.Drift, false)]
    [InlineData(null, true)]
    public void What_could_not_be_verified_is_gone_when_no_catalog_has_it_any_more(string? only, bool stale)
    {
        var policy = Policy([], [new Acceptance("MB901", "Views.Old", "a -> b", "by hand")]);
        string[] names = [StageNames.History, StageNames.Drift, StageNames.Parity];

        var stages = policy.Apply([.. names.Select(name => only is null || name == only ? StageResults.Of(name, 5, []) : StageResults.Skipped(name))]);

        Assert.Equal(stale, stages.SelectMany(stage => stage.Findings).Any(f => f.Rule == "MB908"));
    }

    [Fact]
    public void An_acceptance_of_a_rule_that_is_off_is_not_called_stale()
    {
        var stage = Apply([Length], new() { ["MB301"] = null }, accept: new Acceptance("MB301", "Orders.Total", "TEXT -> decimal(10,2)", "legacy"));

        Assert.DoesNotContain(stage.Findings, f => f.Rule == "MB908");
    }

    [Fact]
    public void An_acceptance_is_written_without_secrets_and_still_covers_the_finding()
    {
        var secret = Length with { Expected = "Password=hunter2" };

        var acceptance = Acceptance.Of(secret, "legacy", null);

        Assert.DoesNotContain("hunter2", acceptance.Difference, StringComparison.Ordinal);
        Assert.True(acceptance.Covers(secret));
        Assert.False(acceptance.Covers(Length));
    }

    [Fact]
    public void Accepting_what_is_found_takes_what_fails_and_leaves_what_was_not_verified()
    {
        var unverified = Length with { Rule = "MB901" };
        var mild = Length with { Object = new("Orders", "Note"), Severity = Severity.Info };
        var stages = new[] { StageResults.Of(StageNames.Parity, 10, [Length, Length with { Engine = Engine.MySql }, unverified, mild]) };

        var without = AcceptableFindings.Of(stages, Severity.Error, "old", null, unverified: false);
        var with = AcceptableFindings.Of(stages, Severity.Info, "old", null, unverified: true);

        Assert.Equal(("MB301", 1), (Assert.Single(without.Accepted).Rule, without.Unverified));
        Assert.Equal(3, with.Accepted.Count);
        Assert.Equal(0, with.Unverified);
    }

    [Theory]
    [InlineData("MB905")]
    [InlineData("MB906")]
    [InlineData("MB908")]
    public void What_is_said_of_the_check_itself_is_never_accepted_at_once(string rule)
    {
        var stages = new[] { StageResults.Of(StageNames.Parity, 10, [Length with { Rule = rule }]) };

        Assert.Empty(AcceptableFindings.Of(stages, Severity.Info, "old", null, unverified: true).Accepted);
    }

    [Fact]
    public void A_severity_can_be_configured_either_way()
    {
        Assert.Equal(StageStatus.Passed, Apply([Length], new() { ["MB301"] = Severity.Warning }).Status);
        Assert.Equal(StageStatus.Failed, Apply([Length with { Severity = Severity.Info }], new() { ["mb301"] = Severity.Error }).Status);
    }

    [Fact]
    public void A_rule_that_is_off_says_what_it_hides()
    {
        var stage = Apply([Length, Length with { Object = new("Orders", "Tax") }], new() { ["MB301"] = null });

        var finding = Assert.Single(stage.Findings);
        Assert.Equal(("MB909", "MB301", Severity.Info), (finding.Rule, finding.Object.ToString(), finding.Severity));
        Assert.Contains("2 findings", finding.Message, StringComparison.Ordinal);
        Assert.Equal(StageStatus.Passed, stage.Status);
    }

    [Theory]
    [InlineData(Severity.Error, Severity.Error, StageStatus.Failed)]
    [InlineData(Severity.Warning, Severity.Error, StageStatus.Passed)]
    [InlineData(Severity.Warning, Severity.Warning, StageStatus.Failed)]
    [InlineData(Severity.Info, Severity.Warning, StageStatus.Passed)]
    [InlineData(Severity.Info, Severity.Info, StageStatus.Failed)]
    public void The_mildest_failing_severity_is_configured(Severity severity, Severity failOn, StageStatus status) =>
        Assert.Equal(status, Apply([Length with { Severity = severity }], failOn: failOn).Status);

    [Fact]
    public void What_could_not_be_verified_makes_a_stage_incomplete_until_it_is_accepted()
    {
        var unverified = Length with { Rule = "MB902" };

        Assert.Equal(StageStatus.Incomplete, Apply([unverified]).Status);
        Assert.Equal(StageStatus.Incomplete, Apply([unverified, Length]).Status);
        Assert.Equal(StageStatus.Passed, Apply([unverified], accept: new Acceptance("MB902", "Orders.Total", "TEXT -> decimal(10,2)", "checked by hand")).Status);
    }

    [Fact]
    public void A_stage_that_was_not_run_stays_incomplete_whatever_the_severity()
    {
        var stage = Policy([], [], Severity.Error).Apply([StageResults.NotRun(StageNames.Drift, "The server is gone.")])[0];

        Assert.Equal(StageStatus.Incomplete, stage.Status);
        Assert.Equal("MB905", Assert.Single(stage.Findings).Rule);
    }

    [Fact]
    public void A_stage_of_which_only_a_part_ran_has_not_passed()
    {
        var stage = Policy([], []).Apply([StageResults.Partly(StageResults.Of(StageNames.Drift, 12, []), "MySQL is gone.", engine: Engine.MySql)])[0];

        Assert.Equal(StageStatus.Incomplete, stage.Status);
    }

    [Fact]
    public void That_a_stage_did_not_run_cannot_be_configured_away()
    {
        var off = Assert.Throws<MigrateBothException>(() => Policy(new() { ["mb905"] = null }, []));
        var accepted = Assert.Throws<MigrateBothException>(() => Policy([], [new Acceptance("MB905", "drift", "none -> none", "why not")]));

        Assert.Equal(ExitCode.Configuration, off.ExitCode);
        Assert.Equal(ExitCode.Configuration, accepted.ExitCode);
    }

    [Fact]
    public void The_difference_is_one_line_whatever_the_server_wrote() =>
        Assert.Equal("SELECT 1 FROM T -> none", (Length with { Expected = "SELECT 1\r\n   FROM T", Actual = null }).Difference);

    private static StageResult Apply(IReadOnlyList<Finding> findings, Dictionary<string, Severity?>? rules = null, Severity failOn = Severity.Error, Acceptance? accept = null) =>
        Policy(rules ?? [], accept is null ? [] : [accept], failOn).Apply([StageResults.Of(StageNames.Parity, 10, findings)])[0];

    private static FindingPolicy Policy(Dictionary<string, Severity?> rules, IReadOnlyList<Acceptance> accept, Severity failOn = Severity.Error) =>
        new(rules, accept, failOn, Today);
}
