using MigrateBoth.Core.Model;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Rules.History;

namespace MigrateBoth.Core.Stages;

/// <summary>Level 1: does every migration exist on both sides, in the same order, and is neither model ahead of its snapshot?</summary>
public static class HistoryStage
{
    /// <summary>Judges the two histories. No database is needed.</summary>
    public static StageResult Run(ModelPair models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var facts = new HistoryFacts(models);
        return StageResults.Of(StageNames.History, Facts(facts), [.. RuleSet.History.SelectMany(rule => rule.Find(facts))]);
    }

    /// <summary>Each migration has a twin, each twin its place, each side a snapshot without pending changes, each column its facets.</summary>
    private static int Facts(HistoryFacts facts)
    {
        var pairing = facts.Pairing;
        var migrations = (2 * pairing.Twins.Count) + pairing.Renamed.Count + pairing.SqliteOnly.Count + pairing.MySqlOnly.Count;
        var sides = 2 * facts.Each.Count();
        var columns = facts.Models.Sqlite.Tables.Sum(table => table.Columns.Count + table.Checks.Count);
        return migrations + sides + (columns * ModelFacet.All.Count);
    }
}
