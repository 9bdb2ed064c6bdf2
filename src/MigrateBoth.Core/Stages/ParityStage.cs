using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Comparison.CrossEngine;
using MigrateBoth.Core.Execution;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Rules.Differences;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Stages;

/// <summary>Level 3: do SQLite and MySQL hold the same logical schema?</summary>
public static class ParityStage
{
    /// <summary>Compares the two migrated databases.</summary>
    /// <param name="migrated">What the migrations build on each engine.</param>
    /// <param name="fromModel">What each engine makes of its model directly, or null: it tells what the providers do from what the migrations do.</param>
    /// <param name="models">The two models, or null: their mapping says which types belong together.</param>
    /// <param name="comparesViewsAndTriggers">False where a side was made from its model, which has none.</param>
    /// <param name="verdicts">What running the <see cref="Expressions"/> came to; null where only texts are compared.</param>
    public static StageResult Run(
        EnginePair<DatabaseSchema> migrated, EnginePair<DatabaseSchema>? fromModel, EnginePair<EngineModel>? models, bool comparesViewsAndTriggers = true, IReadOnlyList<ExpressionVerdict>? verdicts = null)
    {
        ArgumentNullException.ThrowIfNull(migrated);
        var profile = CrossEngineProfile.Create(fromModel, models) with { ComparesViewsAndTriggers = comparesViewsAndTriggers };
        var comparison = SchemaComparer.Compare(migrated.Sqlite, migrated.MySql, profile);
        comparison = comparison with { Differences = ExecutedDifferences.Apply(comparison, verdicts ?? []) };

        // A sound pair needs no explanation: what the models make of themselves is looked at only when something differs.
        var isExplained = fromModel is not null && comparison.Differences.Count > 0;
        var blame = isExplained ? new Blame(migrated, fromModel!) : null;
        var byModel = !isExplained ? [] : Keys(SchemaComparer.Compare(fromModel!.Sqlite, fromModel.MySql, profile));
        var differences = comparison.Differences.Select(difference => difference with
        {
            IsByModel = byModel.Contains(Key(difference)),
            AtFault = blame?.For(difference),
        });
        return StageResults.Of(
            StageNames.Parity,
            comparison.FactsCompared,
            [
                .. SharedChanges.Join(differences).Select(difference => Find(difference, models is null && fromModel is null)),
                .. NotExecuted.Find(StageNames.Parity, verdicts ?? []),
                .. models is null ? [] : ServerVersion.Check(StageNames.Parity, models.MySql, migrated.MySql.Server),
            ]);
    }

    /// <summary>The expressions whose texts are equal, or do not decide: they are run before the stage is.</summary>
    public static IReadOnlyList<ExpressionPair> Expressions(EnginePair<DatabaseSchema> migrated, EnginePair<DatabaseSchema>? fromModel, EnginePair<EngineModel>? models, bool comparesViewsAndTriggers = true)
    {
        ArgumentNullException.ThrowIfNull(migrated);
        var profile = CrossEngineProfile.Create(fromModel, models) with { ComparesViewsAndTriggers = comparesViewsAndTriggers };
        return SchemaComparer.Compare(migrated.Sqlite, migrated.MySql, profile).Expressions;
    }

    private static Finding Find(SchemaDifference difference, bool isWithoutModel)
    {
        var rule = RuleSet.For(RuleSet.Parity, difference.Kind);

        // What only one side has that is not understood concerns that side; a difference concerns both.
        Engine? engine = rule.IsUnverified && difference.IsMissing ? difference.LeftEngine
            : rule.IsUnverified && difference.IsExtra ? difference.RightEngine
            : difference.AtFault;
        var finding = rule.Find(difference, StageNames.Parity, engine) with { IsByModel = difference.IsByModel && difference.AtFault is null };
        return isWithoutModel ? finding with { Advice = DifferenceDefinitions.Of(difference.Kind).AdviceWithoutModel(finding.Advice) }
            : difference.AtFault is { } side ? finding with { Advice = $"{side.DisplayName()} is the side that differs from its model. {finding.Advice}" } : finding;
    }

    private static HashSet<(DifferenceKind, ObjectPath, string?, string?)> Keys(SchemaComparison comparison) => [.. comparison.Differences.Select(Key)];

    private static (DifferenceKind, ObjectPath, string?, string?) Key(SchemaDifference difference) =>
        (difference.Kind, difference.Object, difference.Left, difference.Right);
}
