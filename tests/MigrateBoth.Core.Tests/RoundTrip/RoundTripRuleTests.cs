using MigrateBoth.Core.Findings;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Tests.RoundTrip;

public sealed class RoundTripRuleTests
{
    public static TheoryData<RoundTripFactKind> Kinds => [.. Enum.GetValues<RoundTripFactKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_one_rule_that_says_a_whole_sentence(RoundTripFactKind kind)
    {
        Assert.Single(RuleSet.RoundTrip, rule => rule.Kind == kind);
        foreach (var engine in new Engine?[] { null, Engine.Sqlite, Engine.MySql })
        {
            var finding = RuleSet.For(kind).Find(new RoundTripFact
            {
                Kind = kind,
                Migration = "1_Step",
                Engine = engine,
                Object = new("People", "Name"),
                ObjectKind = ObjectKind.Column,
                Expected = "'a'",
                Actual = "'b'",
                Detail = "because of it",
            });
            Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("  ", finding.Message, StringComparison.Ordinal);
            Assert.Equal((StageNames.RoundTrip, engine), (finding.Stage, finding.Engine));
        }
    }

    [Fact]
    public void What_both_engines_do_alike_is_said_once()
    {
        RoundTripFact On(Engine engine, string actual) => new() { Kind = RoundTripFactKind.ValuesNotKept, Engine = engine, Object = new("T", "C"), ObjectKind = ObjectKind.Column, Actual = actual };

        Assert.Null(Assert.Single(RoundTripFact.Merge([On(Engine.Sqlite, "a"), On(Engine.MySql, "a")])).Engine);
        Assert.Equal(2, RoundTripFact.Merge([On(Engine.Sqlite, "a"), On(Engine.MySql, "b")]).Count);
    }

    [Fact]
    public void The_note_says_what_was_covered()
    {
        var stage = RoundTripStage.Run(new RoundTripResult { Migrations = 12, Tables = 41, Rows = 300, RowsPerTable = 6, Checked = 1000, From = "5_Release" });

        Assert.Equal((StageStatus.Passed, "12 migrations, 6 rows × 41 tables, both ways; after 5_Release"), (stage.Status, stage.Note));
    }

    [Fact]
    public void An_obstacle_makes_the_stage_incomplete_with_one_cause()
    {
        var stage = RoundTripStage.Run(new RoundTripResult { Obstacle = new TripObstacle("the migrations of both engines come in different orders.") });

        Assert.Equal(StageStatus.Incomplete, stage.Status);
        Assert.Equal("MB905", Assert.Single(stage.Findings).Rule);
    }
}
