using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Tool.Rendering;

namespace MigrateBoth.Tool.Tests.Rendering;

public sealed class SideNamesTests
{
    [Fact]
    public void A_model_ahead_of_its_snapshot_is_not_told_as_one_engine_against_the_other() =>
        Assert.Equal(new SideNames("expected", "found"), SideNames.Of(History(ObjectKind.Database, Engine.Sqlite)));

    [Fact]
    public void A_migration_without_twin_is_shown_side_by_side() =>
        Assert.Equal(new SideNames("SQLite", "MySQL"), SideNames.Of(History(ObjectKind.Migration, Engine.MySql)));

    private static Finding History(ObjectKind kind, Engine engine) => new()
    {
        Rule = "MB101",
        Severity = Severity.Error,
        Engine = engine,
        Stage = "history",
        Object = new("ShopContext"),
        Kind = kind,
        Message = "The model has a change that no migration contains.",
    };
}
