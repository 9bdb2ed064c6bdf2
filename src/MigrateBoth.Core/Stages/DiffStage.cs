using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Stages;

/// <summary>
/// Compares any two schemas. On one engine it is the drift check (MB2xx), across the engines the parity check (MB3xx); what the project
/// itself builds is judged exactly as <c>verify</c> judges it.
/// </summary>
public static class DiffStage
{
    /// <summary>The stage that two engines make of a comparison.</summary>
    public static string NameFor(Engine left, Engine right) => left == right ? StageNames.Drift : StageNames.Parity;

    /// <summary>Compares two schemas.</summary>
    /// <param name="left">The first side; on one engine the expected one.</param>
    /// <param name="right">The second side.</param>
    /// <param name="models">The two models, or null without a project: then a table of affinities decides about types.</param>
    /// <param name="fromModel">What each engine makes of its model directly, where that was read.</param>
    /// <param name="verdicts">What running the <see cref="Expressions"/> came to; null where only texts are compared.</param>
    /// <param name="isUpToDate">Whether the database has recorded every migration of the project; null where that is not known.</param>
    public static StageResult Run(
        DiffSide left, DiffSide right, EnginePair<EngineModel>? models, EnginePair<DatabaseSchema>? fromModel, IReadOnlyList<ExpressionVerdict>? verdicts = null, bool? isUpToDate = null)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Schema.Engine != right.Schema.Engine ? BetweenEngines(left, right, models, fromModel, verdicts)
            : (left.Source, right.Source) switch
            {
                (DiffSource.Model, DiffSource.Migrations) => Drift(left, right, models),
                (DiffSource.Migrations, DiffSource.Model) => Drift(right, left, models),
                _ => OnOneEngine(left, right, models?[left.Schema.Engine], isUpToDate),
            };
    }

    private static StageResult Drift(DiffSide model, DiffSide migrations, EnginePair<EngineModel>? models) =>
        DriftStage.Run(new DriftInput(migrations.Schema, model.Schema, models?[model.Schema.Engine]));

    /// <summary>The two schemas as they are compared, and the expressions that are run before the stage is; none on one engine.</summary>
    public static (EnginePair<DatabaseSchema> Schemas, IReadOnlyList<ExpressionPair> Expressions)? Expressions(DiffSide left, DiffSide right, EnginePair<EngineModel>? models, EnginePair<DatabaseSchema>? fromModel)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Schema.Engine == right.Schema.Engine)
        {
            return null;
        }

        var pair = Pair(left, right, models);
        return (pair, ParityStage.Expressions(pair, fromModel, models, HoldsRawSql(left) && HoldsRawSql(right)));
    }

    private static StageResult BetweenEngines(DiffSide left, DiffSide right, EnginePair<EngineModel>? models, EnginePair<DatabaseSchema>? fromModel, IReadOnlyList<ExpressionVerdict>? verdicts) =>
        ParityStage.Run(Pair(left, right, models), fromModel, models, HoldsRawSql(left) && HoldsRawSql(right), verdicts);

    private static EnginePair<DatabaseSchema> Pair(DiffSide left, DiffSide right, EnginePair<EngineModel>? models)
    {
        var (sqlite, mySql) = left.Schema.Engine == Engine.Sqlite ? (left, right) : (right, left);
        return new EnginePair<DatabaseSchema>(Undeferred(DriftStage.WithoutExcluded(sqlite.Schema, models?.Sqlite)), DriftStage.WithoutExcluded(mySql.Schema, models?.MySql));
    }

    /// <summary>Whether the tool that made the database defers its foreign keys, which another engine cannot do.</summary>
    public static bool IsDeferring(DatabaseSchema? schema) => schema?.MadeBy == BookkeepingTable.DeferringTool;

    private static DatabaseSchema Undeferred(DatabaseSchema schema) => !IsDeferring(schema) ? schema : schema with
    {
        Tables = [.. schema.Tables.Select(table => table with { ForeignKeys = [.. table.ForeignKeys.Select(key => key with { IsDeferred = false })] })],
    };

    /// <summary>Both schemas of one engine as they are compared, and where they differ: the first is what should be.</summary>
    internal static (DatabaseSchema Left, DatabaseSchema Right, IReadOnlyList<SchemaDifference> Differences) Differences(DiffSide left, DiffSide right, EnginePair<EngineModel>? models)
    {
        var (leftSchema, rightSchema, comparison) = Compare(left, right, models?[left.Schema.Engine]);
        return (leftSchema, rightSchema, comparison.Differences);
    }

    private static (DatabaseSchema Left, DatabaseSchema Right, SchemaComparison Comparison) Compare(DiffSide left, DiffSide right, EngineModel? model)
    {
        var profile = HoldsRawSql(left) && HoldsRawSql(right) ? SameEngineProfile.Full : SameEngineProfile.ModelObjects;
        var (leftSchema, rightSchema) = (Comparable(left, right, model), Comparable(right, left, model));
        return (leftSchema, rightSchema, SchemaComparer.Compare(leftSchema, rightSchema, profile));
    }

    private static StageResult OnOneEngine(DiffSide left, DiffSide right, EngineModel? model, bool? isUpToDate)
    {
        var (_, rightSchema, comparison) = Compare(left, right, model);
        var views = left.Source == DiffSource.Model ? ModelPromises.Broken(model, rightSchema) : [];
        var wording = SideBySide.Of(left, right, isUpToDate);
        return StageResults.Of(
            StageNames.Drift,
            comparison.FactsCompared,
            [
                .. comparison.Differences.Concat(views).Select(difference => Find(difference, wording)),
                .. ServerVersion.Between(StageNames.Drift, left, right).Select(finding => finding with { Sides = SideBySide.Labels }),
            ]);
    }

    private static DatabaseSchema Comparable(DiffSide side, DiffSide other, EngineModel? model)
    {
        var schema = DriftStage.WithoutExcluded(side.Schema, model);
        return side.IsLive || !other.IsLive ? schema : DatabaseDefaults.Expected(schema, other.Schema, model?.Collation, isOfOthers: true);
    }

    /// <summary>EF Core creates neither views nor triggers: a database made from the model has none, and that is not a difference.</summary>
    private static bool HoldsRawSql(DiffSide side) => side.Source != DiffSource.Model;

    /// <summary>Rule, severity and the rest are the rule's own; the words are about the two sides that are compared.</summary>
    private static Finding Find(SchemaDifference difference, SideBySide wording)
    {
        var rule = RuleSet.For(RuleSet.Drift, difference.Kind);
        var finding = rule.Find(difference, StageNames.Drift, difference.RightEngine);
        return finding with { Message = wording.Message(difference), Advice = wording.AdviceFor(difference) ?? finding.Advice, Sides = SideBySide.Labels };
    }
}
