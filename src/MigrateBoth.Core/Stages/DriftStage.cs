using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Rules.History;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Stages;

/// <summary>One engine's half of the drift check.</summary>
/// <param name="Migrated">What its migrations build.</param>
/// <param name="FromModel">What its model builds directly, read from the same server.</param>
/// <param name="Model">The model, or null.</param>
public sealed record DriftInput(DatabaseSchema Migrated, DatabaseSchema FromModel, EngineModel? Model);

/// <summary>Level 2: do the migrations of each engine build what the model says?</summary>
public static class DriftStage
{
    /// <summary>Compares each engine's migrated database with the one made from its model.</summary>
    public static StageResult Run(params IReadOnlyList<DriftInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);

        // Without any migration every table is missing, which one finding says better than one for each.
        var without = inputs.Select(input => input.Model).OfType<EngineModel>().Where(HistoryFacts.HasNoMigrations).ToList();
        var comparisons = inputs.Where(input => input.Model is null || !without.Contains(input.Model)).Select(input => (Input: input, Comparison: Compare(input))).ToList();
        var facts = comparisons.Sum(item => item.Comparison.FactsCompared + (item.Input.Model?.Views.Count ?? 0) + (item.Input.Model?.Tables.Sum(table => table.Triggers.Count) ?? 0));
        return StageResults.Of(
            StageNames.Drift,
            facts + without.Count,
            [
                .. NoMigrations.Find(without, StageNames.Drift),
                .. comparisons.SelectMany(item => Findings(item.Input, item.Comparison)),
            ]);
    }

    /// <summary>Removes the tables that the model excludes from migrations: they are managed elsewhere.</summary>
    internal static DatabaseSchema WithoutExcluded(DatabaseSchema schema, EngineModel? model)
    {
        var excluded = (model?.Tables ?? []).Where(table => table.IsExcludedFromMigrations)
            .Select(table => table.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return excluded.Count == 0 ? schema : schema with { Tables = [.. schema.Tables.Where(table => !excluded.Contains(table.Name))] };
    }

    private static SchemaComparison Compare(DriftInput input) => SchemaComparer.Compare(
        WithoutExcluded(DatabaseDefaults.Expected(input.FromModel, input.Migrated, input.Model?.Collation, isOfOthers: false), input.Model),
        WithoutExcluded(input.Migrated, input.Model),
        SameEngineProfile.ModelObjects);

    private static IEnumerable<Finding> Findings(DriftInput input, SchemaComparison comparison) =>
        SharedChanges.Join(comparison.Differences).Concat(ModelPromises.Broken(input.Model, input.Migrated))
            .Select(difference => RuleSet.For(RuleSet.Drift, difference.Kind).Find(difference, StageNames.Drift, input.Migrated.Engine));
}
