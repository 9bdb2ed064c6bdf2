using MigrateBoth.Core.Behaviour;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Rows;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Tests.Behaviour;

public sealed class BehaviourJudgeTests
{
    private static readonly ProbeAnswer Refusal = new("x", null, new ProbeError(ProbeErrorKind.Database, "DbUpdateException", "refused"));

    [Fact]
    public void Answers_that_are_the_same_are_no_difference()
    {
        Assert.Empty(BehaviourJudge.Judge(Pair(ProbeKind.Equal, new("a", ["a"]), new("a", ["a"]))));
        Assert.Empty(BehaviourJudge.Judge(Pair(ProbeKind.RoundTrip, Refusal, Refusal)));
    }

    [Fact]
    public void The_same_refusal_by_another_exception_is_a_warning()
    {
        var other = Refusal with { Error = new ProbeError(ProbeErrorKind.Exception, "InvalidOperationException", "refused") };

        var difference = Assert.Single(BehaviourJudge.Judge(Pair(ProbeKind.Equal, other, Refusal)));

        Assert.Equal(("MB503", Severity.Warning), (difference.Cause.Rule.Id, difference.Cause.Rule.DefaultSeverity));
    }

    [Theory]
    [InlineData("a", "A", "case")]
    [InlineData("cafe", "café", "accents")]
    [InlineData("a", "a ", "trailing blanks")]
    public void What_equality_ignores_is_named(string asked, string found, string what)
    {
        var difference = Assert.Single(BehaviourJudge.Judge(Pair(ProbeKind.Equal, new(asked, [asked]), new(asked, [asked, found]))));

        Assert.Equal((BehaviourCause.TextEquality, Engine.MySql, what), (difference.Cause, difference.Engine, difference.What));
    }

    [Theory]
    [InlineData(ValueTrait.TooLong, "length-not-declared")]
    [InlineData(ValueTrait.NotFinite, "not-finite")]
    [InlineData(ValueTrait.Plain, "value-refused")]
    public void The_cause_of_a_refusal_follows_from_the_trait_of_the_value(ValueTrait trait, string cause)
    {
        var difference = Assert.Single(BehaviourJudge.Judge(Pair(ProbeKind.RoundTrip, new("x", ["x"]), Refusal, trait)));

        Assert.Equal((cause, (Engine?)Engine.MySql), (difference.Cause.Id, difference.Engine));
    }

    [Fact]
    public void What_the_application_writes_itself_may_differ_where_both_keep_it()
    {
        var left = new ProbeAnswer("x", ["10:00:01"], Written: "10:00:01");
        var right = new ProbeAnswer("x", ["10:00:02"], Written: "10:00:02");

        Assert.Empty(BehaviourJudge.Judge(Pair(ProbeKind.RoundTrip, left, right)));
        Assert.Single(BehaviourJudge.Judge(Pair(ProbeKind.RoundTrip, left, right with { Rows = ["10:00:00"] })));
    }

    [Theory]
    [InlineData("MB502", "length-not-enforced", Severity.Warning)]
    [InlineData("MB502", "length-not-declared", null)]
    [InlineData("MB502", "decimal-range", Severity.Warning)]
    [InlineData("MB501", "fraction-cut", Severity.Warning)]
    [InlineData("MB501", "time-rounded", null)]
    [InlineData("MB501", "decimal-not-rounded", null)]
    [InlineData("MB510", "text-equality", null)]
    [InlineData("MB515", "integer-division", Severity.Info)]
    [InlineData("MB515", "integer-overflow", Severity.Info)]
    [InlineData("MB515", "arithmetic", null)]
    public void Silent_differences_are_errors_and_what_any_ordinary_property_has_is_not(string rule, string id, Severity? severity)
    {
        var cause = typeof(BehaviourCause).GetProperties().Where(property => property.GetMethod!.IsStatic && property.PropertyType == typeof(BehaviourCause))
            .Select(property => (BehaviourCause)property.GetValue(null)!).Single(one => one.Id == id);

        Assert.Equal((rule, severity, Severity.Error), (cause.Rule.Id, cause.Severity, cause.Rule.DefaultSeverity));
    }

    [Fact]
    public void A_cause_that_every_table_has_is_one_finding()
    {
        var pairs = new[] { "Users", "Orders", "Lines" }.Select(table => OfObject(ProbeKind.Token, table, null)).ToList();
        Assert.Equal(["Lines.V", "Orders.V", "Users.V"], Assert.Single(BehaviourFindings.Group(pairs)).Objects.Select(path => path.ToString()));

        // Checks with one SQL are one, others are not.
        var checks = new[] { ("A", "x <= 1"), ("B", "x <= 1"), ("C", "x <= 2") }.Select(check => OfObject(ProbeKind.Check, check.Item1, check.Item2)).ToList();
        Assert.Equal(2, BehaviourFindings.Group(checks).Count);
    }

    private static ProbePair OfObject(ProbeKind kind, string table, string? sql)
    {
        var one = new ProbeObject { Kind = kind, Entity = table, Name = "V", Object = new ObjectPath(table, "V"), Definition = sql };
        var planned = new PlannedProbe(new Probe { Id = table, Kind = kind, Entity = table, Name = "V" }, [one.Object]) { Object = one };
        return new ProbePair(planned, new ProbeOutcome { Probe = table, Answers = [new("x", ["taken"])] }, new ProbeOutcome { Probe = table, Answers = [new("x", ["refused"])] });
    }

    [Fact]
    public void One_cause_is_one_finding_for_all_its_objects_and_a_recipe_is_tried()
    {
        var pairs = new[] { ProbeKind.Equal, ProbeKind.Distinct, ProbeKind.In }.Select(kind => Pair(kind, new("a", ["a"]), new("a", ["a", "A"]))).ToList();

        var groups = BehaviourFindings.Group(pairs);
        var group = Assert.Single(groups, group => group.Example.Engine == Engine.MySql);
        Assert.Equal(RecipeMapping.StringSemantics, group.Recipes[0].Probe.Recipe!.Mapping);

        var proof = Pair(ProbeKind.Equal, new("a", ["a"]), new("a", ["a"]));
        var findings = BehaviourFindings.Of([group], new Dictionary<string, ProbePair> { [group.Recipes[0].Probe.Id] = proof });
        var finding = Assert.Single(findings);
        Assert.Equal(["T.A", "T.B"], finding.Objects);
        Assert.Contains("ignores case on MySQL", finding.Message, StringComparison.Ordinal);
        Assert.Contains("with it both give a", finding.Advice, StringComparison.Ordinal);
        Assert.EndsWith("(T.A, T.B)", finding.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_only_one_engine_could_write_is_not_the_query_s_doing()
    {
        var equal = Pair(ProbeKind.Equal, new("a", ["A", "a"]), new("a", ["a"]));
        var upper = Pair(ProbeKind.ToUpper, new("rows", ["\"A\": A", "\"a\": A"]), new("rows", ["\"a\": A"]));

        Assert.Single(BehaviourJudge.Judge(equal));
        Assert.All([equal, upper], pair => Assert.Empty(BehaviourJudge.Judge(pair with { MySql = pair.MySql with { Unwritten = ["A"] } })));
    }

    [Fact]
    public void Causes_of_one_mapping_are_one_finding_that_says_them_all_and_tries_each_of_their_recipes()
    {
        var pairs = new[]
        {
            Pair(ProbeKind.Order, new("rows", ["Z", "a"]), new("rows", ["a", "Z"])),
            Pair(ProbeKind.Contains, new("B", ["B"]), new("B", ["B", "b"])),
            Pair(ProbeKind.ToUpper, new("rows", ["\"é\": é"]), new("rows", ["\"é\": É"])),
            Pair(ProbeKind.Equal, new("a", ["a"]), new("a", ["a", "A"])),
        };

        var group = Assert.Single(BehaviourFindings.Group(pairs));
        var same = Pair(ProbeKind.Equal, new("a", ["a"]), new("a", ["a"]));
        var finding = Assert.Single(BehaviourFindings.Of([group], group.Recipes.ToDictionary(recipe => recipe.Probe.Id, _ => same)));
        var helpless = Assert.Single(BehaviourFindings.Of([group], group.Recipes.ToDictionary(recipe => recipe.Probe.Id, recipe => recipe == group.Recipes[0] ? same : pairs[0])));

        Assert.Equal(("MB510", "text-equality", 4), (finding.Rule, finding.Cause!.Id, group.Recipes.Count));
        Assert.All(["ignores case", "ordered", "Contains", "ToUpper"], word => Assert.Contains(word, finding.Message, StringComparison.Ordinal));
        Assert.Contains("gone with it as well", finding.Advice, StringComparison.Ordinal);
        Assert.Contains("does not help with Order", helpless.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_probe_that_could_not_be_run_makes_the_stage_incomplete_and_is_said_once()
    {
        var blocked = new ProbeOutcome { Probe = "p", Blocked = new ProbeError(ProbeErrorKind.NoRow, "InvalidOperationException", "no row of T could be made: a user must be signed in") };
        var pairs = new[] { ProbeKind.Equal, ProbeKind.Order }.Select(kind => Pair(kind, new("a", []), new("a", [])) with { Sqlite = blocked, MySql = blocked })
            .Append(Pair(ProbeKind.Equal, new("a", ["a"]), new("a", ["a"]))).ToList();

        var stage = BehaviourStage.Run(pairs, BehaviourFindings.Group(pairs), new Dictionary<string, ProbePair>());

        Assert.Equal((StageStatus.Incomplete, 1), (stage.Status, stage.Checked));
        var finding = Assert.Single(stage.Findings);
        Assert.Equal("MB951", finding.Rule);
        Assert.Contains("2 probes", finding.Message, StringComparison.Ordinal);
        Assert.Equal(new ProbeCounts(3, 1, 1), ProbeMatrix.Of(pairs).Counts);
    }

    [Fact]
    public void A_round_trip_of_which_both_refuse_every_value_has_shown_nothing()
    {
        var pair = Pair(ProbeKind.RoundTrip, Refusal, Refusal);

        var stage = BehaviourStage.Run([pair], BehaviourFindings.Group([pair]), new Dictionary<string, ProbePair>());

        Assert.Equal(StageStatus.Incomplete, stage.Status);
        Assert.Equal("MB951", Assert.Single(stage.Findings).Rule);
        // NULL alone says nothing either; one value that both keep does.
        Assert.False((pair with { Sqlite = With(pair.Sqlite, new(null, [null])), MySql = With(pair.MySql, new(null, [null])) }).Ran);
        Assert.True((pair with { Sqlite = With(pair.Sqlite, new("y", ["y"])), MySql = With(pair.MySql, new("y", ["y"])) }).Ran);

        static ProbeOutcome With(ProbeOutcome outcome, ProbeAnswer answer) => outcome with { Answers = [.. outcome.Answers, answer] };
    }

    private static ProbePair Pair(ProbeKind kind, ProbeAnswer sqlite, ProbeAnswer mySql, ValueTrait trait = ValueTrait.Plain)
    {
        var probe = new Probe { Id = "p", Kind = kind, Entity = "T", Name = "A", ValueKind = ProbeValueKind.Text, Values = ["a", "A"] };
        var property = new ProbeProperty { Entity = "T", Name = "A", Object = new("T", "A"), Kind = ProbeValueKind.Text, Mapping = "string", StoreType = "TEXT" };
        var planned = new PlannedProbe(probe, [new("T", "A"), new("T", "B")], new ProbeSubject(property, property))
        {
            Traits = sqlite.Input is { } input ? new Dictionary<string, ValueTrait> { [input] = trait } : [],
        };
        return new ProbePair(planned, new ProbeOutcome { Probe = "p", Answers = [sqlite] }, new ProbeOutcome { Probe = "p", Answers = [mySql] });
    }
}
