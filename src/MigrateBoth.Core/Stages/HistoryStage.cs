using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Rules.History;

namespace MigrateBoth.Core.Stages;

/// <summary>Level 1: does every migration exist on both sides, in the same order, and is neither model ahead of its snapshot?</summary>
public static class HistoryStage
{
    /// <summary>Judges the two histories. No database is needed.</summary>
    /// <param name="models">The two models.</param>
    /// <param name="baseline">From where the histories have to match, or null for from the beginning.</param>
    /// <exception cref="MigrateBothException">78: the baseline names a migration that is not there.</exception>
    public static StageResult Run(EnginePair<EngineModel> models, HistoryBaseline? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        var facts = new HistoryFacts(models, baseline);
        return StageResults.Of(StageNames.History, Facts(facts), [.. RuleSet.History.SelectMany(rule => rule.Find(facts))]);
    }

    /// <summary>Each migration has a twin, each twin its place, each side a snapshot without pending changes, each column its facets.</summary>
    private static int Facts(HistoryFacts facts)
    {
        var pairing = facts.Pairing;
        var migrations = (2 * pairing.Twins.Count) + pairing.Renamed.Count + pairing.SqliteOnly.Count + pairing.MySqlOnly.Count;
        var sides = 2 * facts.Each.Count();
        var columns = facts.Models.Sqlite.Tables.Sum(table => table.Columns.Count + table.Checks.Count);
        return migrations + sides + (columns * ModelFacet.All.Count) + facts.Models.Sqlite.Expressions.Count;
    }
}
