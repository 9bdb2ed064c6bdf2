using MigrateBoth.Core.Model;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Rules;
using static MigrateBoth.Core.Tests.RoundTrip.RoundTripFixture;

namespace MigrateBoth.Core.Tests.RoundTrip;

public sealed class RowJudgeTests
{
    private static readonly RowTable People = OnBoth(Table("People", ["Id"], Column("Id", "int"), Column("Name", "varchar(50)", isNullable: true), Column("At", "datetime(6)", isNullable: true)));

    [Theory]
    [InlineData("Ann", "Ann", null)]
    [InlineData("Ann", "An", "cut")]
    [InlineData("Ann", "ANN", "re-cased")]
    [InlineData("1.25", "1.3", "rounded")]
    [InlineData("Ann", null, "lost")]
    [InlineData("Ann", "Bob", "changed")]
    public void Values_that_are_not_kept_are_found_at_their_column(string before, string? after, string? word)
    {
        var facts = Kept(Step(), Of(before), Of(after));

        if (word is null)
        {
            Assert.Empty(facts);
            return;
        }

        var fact = Assert.Single(facts);
        Assert.Equal((RoundTripFactKind.ValuesNotKept, "People.Name", null), (fact.Kind, fact.Object.ToString(), fact.Weight));
        Assert.StartsWith(word, fact.Detail, StringComparison.Ordinal);
        Assert.Equal("MB402", RuleSet.For(fact.Kind).Find(fact).Rule);
    }

    [Fact]
    public void A_column_that_the_step_itself_writes_is_only_worth_knowing() =>
        Assert.Equal(Severity.Info, Assert.Single(Kept(Step(Sql("UPDATE People SET Name = upper(Name)")), Of("Ann"), Of("ANN"))).Weight);

    [Fact]
    public void Rows_follow_a_renamed_column()
    {
        var renamed = OnBoth(Table("People", ["Id"], Column("Id", "int"), Column("FullName", "varchar(50)", isNullable: true)));
        var rename = new OperationDescription { Kind = "RenameColumn", Table = "People", Name = "Name", NewName = "FullName", Summary = "rename" };
        var rows = RowsOf("Id FullName", ["1", "Ann"]);

        var facts = RowJudge.Kept("1_Step", Engine.MySql, Step(rename), Of("Ann"), Snapshot(renamed, rows, rows));

        Assert.Equal("People.At", Assert.Single(facts).Object.ToString()); // Dropped, which is another matter.
        Assert.Equal(RoundTripFactKind.ContentDropped, facts[0].Kind);
    }

    [Fact]
    public void Null_that_becomes_a_value_where_one_is_required_is_no_loss()
    {
        var required = OnBoth(Table("People", ["Id"], Column("Id", "int"), Column("Name", "varchar(50)"), Column("At", "datetime(6)", isNullable: true)));
        var rows = RowsOf("Id Name At", ["1", "", null]);

        Assert.Empty(RowJudge.Kept("1_Step", Engine.MySql, Step(), Of(null), Snapshot(required, rows, rows)));
    }

    [Fact]
    public void A_lost_row_is_found_and_is_worth_less_where_the_step_deletes()
    {
        var none = Snapshot(People, RowsOf("Id Name At"), RowsOf("Id Name At"));

        Assert.Null(Assert.Single(Kept(Step(), Of("Ann"), none), fact => fact.Kind == RoundTripFactKind.RowsLost).Weight);
        Assert.Equal(Severity.Info, Assert.Single(Kept(Step(Sql("DELETE FROM People")), Of("Ann"), none)).Weight);
    }

    [Fact]
    public void Different_data_is_found_at_the_migration_with_both_values()
    {
        var fact = Assert.Single(RowParity.SameOnBoth("1_Step", Of("Ann Lee", "1"), NoKeys, NoObjects));

        Assert.Equal(("1_Step", "'Ann Lee'", "'1'", "People.Name"), (fact.Object.ToString(), fact.Expected, fact.Actual, fact.Place?.ToString()));
        Assert.Empty(RowParity.SameOnBoth("2_Step", Of("Ann Lee", "1"), RowParity.Differing(Of("Ann Lee", "1")), NoObjects));
        Assert.Empty(RowParity.SameOnBoth("1_Step", Of("Ann Lee", "1"), NoKeys, new HashSet<ObjectPath> { new("People", "Name") }));
        Assert.Empty(RowParity.SameOnBoth("1_Step", Of("Ann"), NoKeys, NoObjects));
    }

    [Fact]
    public void What_both_engines_took_for_now_is_the_same_and_another_time_zone_is_not()
    {
        var now = DateTime.UtcNow;
        Snapshot At(DateTime sqlite, DateTime mySql) => Snapshot(People, RowsOf("Id At", ["1", $"{sqlite:yyyy-MM-dd HH:mm:ss}"]), RowsOf("Id At", ["1", $"{mySql:yyyy-MM-dd HH:mm:ss}"]));

        Assert.Empty(RowParity.SameOnBoth("1_Step", At(now, now.AddSeconds(-3)), NoKeys, NoObjects));
        Assert.Single(RowParity.SameOnBoth("1_Step", At(now, now.AddHours(2)), NoKeys, NoObjects));
    }

    [Fact]
    public void Rows_without_a_key_are_compared_whatever_order_they_come_in()
    {
        var keyless = OnBoth(Table("Log", [], Column("Text", "varchar(50)")));

        Assert.Empty(RowParity.SameOnBoth("1_Step", Snapshot(keyless, RowsOf("Text", ["a"], ["b"]), RowsOf("Text", ["b"], ["a"])), NoKeys, NoObjects));
        Assert.NotEmpty(RowParity.SameOnBoth("1_Step", Snapshot(keyless, RowsOf("Text", ["a"], ["a"]), RowsOf("Text", ["a"], ["b"])), NoKeys, NoObjects));
    }

    [Fact]
    public void Seeds_are_compared_with_each_other_and_with_HasData()
    {
        Assert.Equal("MB406", RuleSet.For(Assert.Single(SeedJudge.Between(Of("EUR", "USD"))).Kind).Id);
        var fact = Assert.Single(SeedJudge.AgainstModel(Engine.MySql, Of("EUR"), Of("EUR", "USD")));
        Assert.Equal(("MB407", "'EUR'", "'USD'"), (RuleSet.For(fact.Kind).Id, fact.Expected, fact.Actual));
        Assert.Empty(SeedJudge.AgainstModel(Engine.MySql, Snapshot(People, RowsOf("Id Name"), RowsOf("Id Name")), Of("more than the model has")));
    }

    [Fact]
    public void After_a_second_Up_without_all_that_was_there_only_what_it_leaves_alone_is_compared()
    {
        HashSet<ObjectPath> missing = [new("People", "At")];
        bool IsCompared(string column, StepScope up, RowTable? before = null) =>
            RowJudge.LeftAlone(Engine.MySql, up, Snapshot(before ?? People, RowsOf("Id"), RowsOf("Id")), missing, People, People.Columns.First(one => one.Name == column)) is not null;

        Assert.True(IsCompared("Name", Step()));
        Assert.False(IsCompared("At", Step()));
        Assert.False(IsCompared("Name", Step(Sql("UPDATE People SET Name = At"))));
        Assert.False(IsCompared("Name", Step(), OnBoth(Table("People", ["Id"], Column("Id", "int"))))); // Made by the step.
    }

    private static readonly HashSet<string> NoKeys = [];

    private static readonly HashSet<ObjectPath> NoObjects = [];

    private static IReadOnlyList<RoundTripFact> Kept(StepScope step, Snapshot before, Snapshot after) => RowJudge.Kept("1_Step", Engine.MySql, step, before, after);

    private static Snapshot Of(string? name) => Of(name, name);

    private static Snapshot Of(string? sqlite, string? mySql) => Snapshot(People, RowsOf("Id Name At", ["1", sqlite, null]), RowsOf("Id Name At", ["1", mySql, null]));
}
