using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Commands.List;
using MigrateBoth.Tool.Commands.Remove;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.List;

/// <summary>Two runs of <c>dotnet ef</c> give twins ids of their own; every command pairs them as <c>status</c> does.</summary>
public sealed class TwinsTests
{
    private static readonly EnginePair<EngineModel> Models = new(
        FakeDesignHost.Model(Engine.Sqlite, ["20260101000000_Init", "20260201000000_More"]), FakeDesignHost.Model(Engine.MySql, ["20260101000000_Init", "20260201000007_More"]));

    [Fact]
    public void List_has_one_row_for_both()
    {
        var rows = HistoryTable.Join(Models, [new DatabaseHistory(Engine.MySql, "db", Exists: true, ["20260101000000_Init", "20260201000007_More"])], baseline: null);

        Assert.Equal(["20260101000000_Init", "20260201000000_More"], rows.Select(row => row.Id));
        Assert.All(rows, row => Assert.True(row is { IsPaired: true, MySql.IsApplied: true }));
        Assert.Equal("20260201000007_More on MySQL", rows[1].Note);
    }

    [Theory]
    [InlineData("More")]
    [InlineData("20260201000000_More")]
    [InlineData("20260201000007_more")]
    public void A_name_or_either_id_means_each_side_s_own(string reference)
    {
        var found = MigrationReference.Resolve("--to", reference, [Models.Sqlite, Models.MySql]);

        Assert.Equal(("20260201000000_More", "20260201000007_More"), (found[Engine.Sqlite], found[Engine.MySql]));
        Assert.Equal("20260201000000_More and 20260201000007_More", found.Text);
    }

    [Fact]
    public void Remove_takes_both_and_refuses_what_is_no_pair()
    {
        var histories = new EnginePair<EngineHistory>(History(Models.Sqlite), History(Models.MySql));
        var (sqlite, mySql) = (new MigrationRemoval(Engine.Sqlite, "20260201000000_More", []), new MigrationRemoval(Engine.MySql, "20260201000007_More", []));

        Assert.Equal((sqlite, mySql), RemovedPair.Require(sqlite, mySql, histories, baseline: null));
        Assert.Equal("last-migrations-differ", Assert.Throws<MigrateBothException>(() => RemovedPair.Require(sqlite, mySql with { Id = "20260101000000_Init" }, histories, baseline: null)).Code);
    }

    private static EngineHistory History(EngineModel model) => new(model.Engine, model.ContextType, model.Migrations);
}
