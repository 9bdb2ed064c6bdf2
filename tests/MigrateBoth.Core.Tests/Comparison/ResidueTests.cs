using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Tests.Fixtures;

namespace MigrateBoth.Core.Tests.Comparison;

/// <summary>Without a model, a default on one side only is what AddColumn left behind if it is a value that EF Core fills in by itself.</summary>
public sealed class ResidueTests
{
    [Theory]
    [InlineData(ColumnDefaultKind.Text, "", "MB390")]
    [InlineData(ColumnDefaultKind.Number, "0", "MB390")]
    [InlineData(ColumnDefaultKind.Number, "0.0", "MB390")]
    [InlineData(ColumnDefaultKind.Text, "0001-01-01 00:00:00", "MB390")]
    [InlineData(ColumnDefaultKind.Text, "0001-01-01", "MB390")]
    [InlineData(ColumnDefaultKind.Text, "0001-01-01 00:00:00+00:00", "MB390")]
    [InlineData(ColumnDefaultKind.Text, "00:00:00", "MB390")]
    [InlineData(ColumnDefaultKind.Text, "00000000-0000-0000-0000-000000000000", "MB390")]
    [InlineData(ColumnDefaultKind.Text, "[]", "MB390")]
    [InlineData(ColumnDefaultKind.Text, "{}", "MB390")]
    [InlineData(ColumnDefaultKind.Binary, "0x", "MB390")]
    [InlineData(ColumnDefaultKind.Text, "new", "MB303")]
    [InlineData(ColumnDefaultKind.Number, "1", "MB303")]
    [InlineData(ColumnDefaultKind.Text, "2026-01-01", "MB303")]
    [InlineData(ColumnDefaultKind.Binary, "0x00", "MB303")]
    public void A_default_on_one_side_is_a_residue_or_a_difference(ColumnDefaultKind kind, string value, string rule)
    {
        var sqlite = Sound.Sqlite.EditColumn("Orders", "PlacedOn", column => column with { Default = new ColumnDefault(kind, value, value) });

        Assert.Equal(rule, Assert.Single(ParityStage.Run(new EnginePair<DatabaseSchema>(sqlite, Sound.MySql), null, null).Findings, finding => finding.Object.Name == "PlacedOn").Rule);
    }
}
