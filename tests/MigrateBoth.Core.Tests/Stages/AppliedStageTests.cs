using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Tests.Fixtures;

namespace MigrateBoth.Core.Tests.Stages;

public sealed class AppliedStageTests
{
    private static readonly EngineModel Model = Sound.Models.MySql with { Migrations = [Migration("20260101000000_Init"), Migration("20260201000000_Next")] };

    [Fact]
    public void A_database_that_recorded_every_migration_passes()
    {
        var result = AppliedStage.Run(Model, ["20260101000000_INIT", "20260201000000_Next"], "mysql:shop");

        Assert.Empty(result.Findings);
        Assert.Equal((StageNames.History, StageStatus.Passed, 3), (result.Name, result.Status, result.Checked));
    }

    [Fact]
    public void A_migration_that_is_not_recorded_and_an_unknown_one_are_found()
    {
        var result = AppliedStage.Run(Model, ["20260101000000_Init", "20251231000000_Hotfix"], "mysql:shop");

        Assert.Equal(["MB120 20260201000000_Next", "MB121 20251231000000_Hotfix"], result.Findings.Select(finding => $"{finding.Rule} {finding.Object}"));
        Assert.All(result.Findings, finding => Assert.Contains("mysql:shop", finding.Message, StringComparison.Ordinal));
        Assert.Equal(StageStatus.Failed, result.Status);
    }

    [Fact]
    public void What_another_context_has_recorded_in_the_shared_table_is_not_unknown()
    {
        var model = Model with { OtherContextsMigrations = ["20251231000000_Billing"] };

        var result = AppliedStage.Run(model, [.. Model.Migrations.Select(migration => migration.Id), "20251231000000_billing"], "mysql:shop");

        Assert.Empty(result.Findings);
    }

    [Fact]
    public void A_database_without_a_history_table_is_one_finding()
    {
        var finding = Assert.Single(AppliedStage.Run(Model, null, "mysql:shop").Findings);

        Assert.Equal(("MB122", "__EFMigrationsHistory"), (finding.Rule, finding.Object.ToString()));
    }

    private static MigrationDescription Migration(string id) => new() { Id = id, Name = id[15..], TypeName = id, HasTargetModel = true };
}
