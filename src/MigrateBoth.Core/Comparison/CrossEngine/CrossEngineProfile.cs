using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>Compares a SQLite database (left) with a MySQL one (right): only differences that affect the application count.</summary>
public static class CrossEngineProfile
{
    /// <summary>The engine whose tables keep transactions and foreign keys; any other does not.</summary>
    private const string TransactionalEngine = "InnoDB";

    /// <summary>Creates the profile. The more is known of the model, the less has to be guessed.</summary>
    /// <param name="fromModel">The catalogs of databases made directly from the two models, or null.</param>
    /// <param name="models">The two models, or null.</param>
    public static ComparisonProfile Create(EnginePair<DatabaseSchema>? fromModel, EnginePair<EngineModel>? models)
    {
        var isWithoutModel = fromModel is null && models is null;
        var knowledge = new ModelKnowledge(fromModel, models);
        var types = new CrossEngineTypes(knowledge);
        var expressions = new CrossEngineExpressions(knowledge, types);
        var defaults = new CrossEngineDefaults(knowledge, types, expressions);
        var identity = new CrossEngineIdentity(knowledge);
        var collations = new CrossEngineCollations(types);
        return new ComparisonProfile
        {
            Columns =
            [
                new(DifferenceKind.ColumnType, types.Judge, c => c.Type.Text),
                // EF Core declares nullability of a computed column on MySQL only; the expression decides it on both.
                new(DifferenceKind.Nullability, c => c.Left.Generated is null && c.Right.Generated is null ? Nullability.Judge(c) : Judgement.Equal, Nullability.Show),
                new(DifferenceKind.DefaultValue, defaults.Judge, c => c.Default?.Text),
                new(DifferenceKind.GeneratedColumn, c => GeneratedColumns.Judge(c, expressions.Judge), c => c.Generated is null ? null : Texts.Of(c.Generated)),
                new(DifferenceKind.Identity, identity.Judge, Identity.Show),
                new(DifferenceKind.Collation, collations.Judge, c => c.Collation ?? "BINARY"),
                .. ColumnAttributes.Facts(expressions.Judge),
            ],
            Expressions = expressions.Judge,
            Databases = collations.Databases,
            TableOptions = pair =>
            [
                ("engine", StorageEngine(pair.Left), StorageEngine(pair.Right)),
                // SQLite's ON CONFLICT drops or replaces rows where the other engine refuses them.
                (Core.Comparison.TableOptions.OnConflict, pair.Left.Options.GetValueOrDefault(Core.Comparison.TableOptions.OnConflict), pair.Right.Options.GetValueOrDefault(Core.Comparison.TableOptions.OnConflict)),
            ],
            SameAction = EngineTraits.ActAlike,
            SameName = Names.SameWhenCut,
            SameUnread = (_, _) => false,
            IsImplied = (schema, check, other) => ImpliedChecks.IsImplied(schema, check, other, comparesValues: isWithoutModel),
            CountsServerIndexes = isWithoutModel,
            ComparesViewsAndTriggers = true,
            Views = DefinitionText.View,
            Triggers = DefinitionText.Trigger,
        };
    }

    private static string? StorageEngine(Table table) =>
        table.Options.GetValueOrDefault("engine") is { } engine && !Names.Same(engine, TransactionalEngine) ? engine : null;
}
