using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Tests.Fixtures;

namespace MigrateBoth.Core.Tests.Stages;

public sealed class SoundSchemaTests
{
    [Fact]
    public void A_sound_history_passes() => AssertPassed(HistoryStage.Run(Sound.Models));

    [Fact]
    public void A_sound_drift_check_passes() => AssertPassed(DriftStage.Run(
        new DriftInput(Sound.Sqlite, Sound.Sqlite, Sound.Models.Sqlite),
        new DriftInput(Sound.MySql, Sound.MySql, Sound.Models.MySql)));

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_sound_pair_passes_however_much_is_known_of_the_model(bool knowsCatalogs, bool knowsModels) =>
        AssertPassed(ParityStage.Run(Sound.Schemas, knowsCatalogs ? Sound.Schemas : null, knowsModels ? Sound.Models : null));

    [Fact]
    public void A_stage_that_compared_nothing_is_incomplete() =>
        Assert.Equal(StageStatus.Incomplete, DriftStage.Run().Status);

    [Fact]
    public void Two_empty_databases_are_alike()
    {
        var empty = new EnginePair<DatabaseSchema>(
            new DatabaseSchema { Engine = Engine.Sqlite, Server = Sound.SqliteServer },
            new DatabaseSchema { Engine = Engine.MySql, Server = Sound.MySqlServer });

        AssertPassed(ParityStage.Run(empty, null, null));
    }

    private static void AssertPassed(StageResult result)
    {
        Assert.Empty(result.Findings.Select(finding => $"{finding.Rule} {finding.Message}"));
        Assert.Equal(StageStatus.Passed, result.Status);
        Assert.True(result.Checked > 0);
    }
}
