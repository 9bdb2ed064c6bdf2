using MigrateBoth.Core.Behaviour;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Tests.Behaviour;

/// <summary>What was not asked, or had no answer, is never "identical".</summary>
public sealed class UnansweredProbeTests
{
    private static readonly IReadOnlySet<string> Writable = new HashSet<string>(["T"]);

    [Theory]
    [InlineData(ProbeValueKind.Other, ProbeValueKind.Other, "no value of Shape is known")]
    [InlineData(ProbeValueKind.Text, ProbeValueKind.Long, "no value is known that both can write")]
    public void A_property_without_known_values_is_planned_and_said_to_be_out_of_reach(ProbeValueKind sqlite, ProbeValueKind mySql, string reason)
    {
        var planned = Assert.Single(new ProbePlanner(Surface(Property(sqlite)), Surface(Property(mySql))).RoundTrips(Writable));
        Assert.Contains(reason, planned.OutOfReach, StringComparison.Ordinal);

        AssertUnverified(planned.Unasked(), reason);
    }

    [Fact]
    public void A_property_that_is_stored_in_different_ways_is_written_as_its_type_spells_it()
    {
        var own = Property(ProbeValueKind.Text) with { Spellings = ["127.0.0.1", "::1"] };

        var planned = Assert.Single(new ProbePlanner(Surface(own), Surface(own with { Kind = ProbeValueKind.Long })).RoundTrips(Writable));

        Assert.Null(planned.OutOfReach);
        Assert.Equal((ProbeValueKind.Spelled, "127.0.0.1,::1"), (planned.Probe.ValueKind, string.Join(',', planned.Probe.Values)));
    }

    [Fact]
    public void What_the_application_cannot_write_is_out_of_reach_with_its_reason_and_no_query_is_planned()
    {
        var document = Property(ProbeValueKind.Other) with { OutOfReach = "it is mapped to JSON" };
        var planner = new ProbePlanner(Surface(document), Surface(document));

        Assert.Equal("it is mapped to JSON", Assert.Single(planner.RoundTrips(Writable)).OutOfReach);
        Assert.Empty(planner.Queries(Writable, (_, _) => true));
    }

    [Fact]
    public void A_check_of_columns_without_known_values_is_out_of_reach_and_one_of_a_text_is_not()
    {
        ProbeObject Check(string column) => new() { Kind = ProbeKind.Check, Entity = "T", Name = "CK", Object = new("T", "CK"), Properties = [column], Definition = $"{column} <> 'x'" };
        IReadOnlyList<PlannedProbe> Planned(ProbeObject check) => new ProbePlanner(
            new ProbeSurface([Property(ProbeValueKind.Text)], [check]), new ProbeSurface([Property(ProbeValueKind.Text)], [check])).Objects();

        Assert.NotNull(Assert.Single(Planned(Check("Elsewhere"))).OutOfReach);
        Assert.Null(Assert.Single(Planned(Check("A"))).OutOfReach);
    }

    [Theory]
    [InlineData(ProbeKind.Token, 1)]
    [InlineData(ProbeKind.Filter, 1)]
    [InlineData(ProbeKind.Unique, 0)]
    public void Features_of_one_model_that_no_catalog_shows_are_probed_on_both_engines(ProbeKind kind, int probes)
    {
        var only = new ProbeSurface([], [new() { Kind = kind, Entity = "T", Name = "A", Object = new("T", "A") }]);

        Assert.Equal(probes, new ProbePlanner(only, new ProbeSurface([], [])).Objects().Count);
        Assert.Equal(probes, new ProbePlanner(new ProbeSurface([], []), only).Objects().Count);
    }

    [Fact]
    public void A_round_trip_of_no_value_or_of_NULL_alone_has_shown_nothing()
    {
        AssertUnverified(Pair(ProbeKind.RoundTrip, [], []), "no value");
        AssertUnverified(Pair(ProbeKind.RoundTrip, [new(null, [null])], [new(null, [null])]), "no value");
        AssertUnverified(Pair(ProbeKind.Holds, [], []), "no value");
    }

    [Fact]
    public void A_row_that_neither_engine_finds_again_is_not_kept()
    {
        ProbeAnswer[] lost = [new("a", null, ProbeError.RowLost)];

        AssertUnverified(Pair(ProbeKind.RoundTrip, lost, lost), "not found by its key");
        Assert.Single(BehaviourJudge.Judge(Pair(ProbeKind.RoundTrip, [.. lost, new("b", ["b"])], [new("a", ["a"]), new("b", ["b"])])));
    }

    [Fact]
    public void A_query_that_cannot_be_put_together_is_no_answer_and_one_that_neither_translates_is()
    {
        ProbeAnswer[] Failing(ProbeErrorKind kind) => [new("a", null, new ProbeError(kind, "InvalidOperationException", "the operator is not defined"))];

        AssertUnverified(Pair(ProbeKind.Less, Failing(ProbeErrorKind.Exception), Failing(ProbeErrorKind.Exception)), "the operator is not defined");
        Assert.True(Pair(ProbeKind.Less, Failing(ProbeErrorKind.Translation), Failing(ProbeErrorKind.Translation)).Ran);
    }

    [Fact]
    public void One_question_of_several_without_an_answer_keeps_the_probe_from_being_identical()
    {
        ProbeAnswer[] answers = [new("Year", ["2020"]), new("Hour", null, new ProbeError(ProbeErrorKind.Exception, "ArgumentException", "no such part"))];
        var pair = Pair(ProbeKind.Part, answers, answers);

        AssertUnverified(pair, "no such part");
        Assert.Equal(new ProbeCounts(1, 1, 0), ProbeMatrix.Of([pair]).Counts);
        Assert.Equal(ProbeStatus.NotRun, Assert.Single(Assert.Single(ProbeMatrix.Of([pair]).Rows).Cells).Status);
    }

    [Theory]
    [InlineData(ProbeKind.Unique, ProbeAnswer.Twice)]
    [InlineData(ProbeKind.ForeignKey, ProbeAnswer.Orphan)]
    public void What_has_to_be_refused_and_is_taken_by_both_shows_nothing(ProbeKind kind, string input)
    {
        ProbeAnswer[] taken = [new(input, ["accepted"])];
        ProbeAnswer[] refused = [new(input, null, new ProbeError(ProbeErrorKind.Database, "DbUpdateException", "refused"))];

        AssertUnverified(Pair(kind, taken, taken), "taken by both engines");
        Assert.True(Pair(kind, refused, refused).Ran);
        Assert.Single(BehaviourJudge.Judge(Pair(kind, taken, refused)));
    }

    [Fact]
    public void All_that_could_not_be_probed_for_one_reason_is_listed()
    {
        var pairs = new[] { "B", "A" }.Select(name => Pair(ProbeKind.RoundTrip, [], []) is var pair ? pair with { Planned = pair.Planned with { Objects = [new("T", name)] } } : null!).ToList();

        Assert.Equal(["T.B", "T.A"], Assert.Single(BehaviourFindings.Blocked(pairs)).Objects);
    }

    [Fact]
    public void What_only_MySQL_was_asked_is_a_difference()
    {
        var difference = Assert.Single(BehaviourJudge.Judge(Pair(ProbeKind.RoundTrip, [new("a", ["a"])], [new("a", ["a"]), new("b", ["b"])])));

        Assert.Equal("b", difference.MySql.Input);
    }

    private static void AssertUnverified(ProbePair pair, string reason)
    {
        var stage = BehaviourStage.Run([pair], BehaviourFindings.Group([pair]), new Dictionary<string, ProbePair>());

        Assert.Equal(StageStatus.Incomplete, stage.Status);
        var finding = Assert.Single(stage.Findings);
        Assert.Equal("MB951", finding.Rule);
        Assert.Contains(reason, finding.Message, StringComparison.Ordinal);
        Assert.Equal("MB951", Assert.Single(Assert.Single(ProbeMatrix.Of([pair]).Rows).Cells).Rule);
        Assert.Equal(0, ProbeMatrix.Of([pair]).Counts.Identical);
    }

    private static ProbePair Pair(ProbeKind kind, IReadOnlyList<ProbeAnswer> sqlite, IReadOnlyList<ProbeAnswer> mySql)
    {
        var probe = new Probe { Id = "p", Kind = kind, Entity = "T", Name = "A", ValueKind = ProbeValueKind.Text };
        var planned = new PlannedProbe(probe, [new("T", "A")], kind <= ProbeKind.Holds ? new ProbeSubject(Property(ProbeValueKind.Text), Property(ProbeValueKind.Text)) : null)
        {
            Object = kind <= ProbeKind.Holds ? null : new ProbeObject { Kind = kind, Entity = "T", Name = "A", Object = new("T", "A") },
        };
        return new ProbePair(planned, new ProbeOutcome { Probe = "p", Answers = sqlite }, new ProbeOutcome { Probe = "p", Answers = mySql });
    }

    private static ProbeSurface Surface(ProbeProperty property) => new([property], []);

    private static ProbeProperty Property(ProbeValueKind kind) => new() { Entity = "T", Name = "A", Object = new("T", "A"), Kind = kind, Mapping = "Shape", StoreType = "TEXT" };
}
