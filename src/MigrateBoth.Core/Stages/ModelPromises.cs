using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Stages;

/// <summary>
/// What a model says that a database has and EF Core does not create (catalogue row S-79): views with their columns, and triggers. Raw SQL in a migration has
/// to keep these promises.
/// </summary>
internal static class ModelPromises
{
    /// <summary>The promises that a database does not keep.</summary>
    public static IEnumerable<SchemaDifference> Broken(EngineModel? model, DatabaseSchema actual) => model is null ? [] : [.. Views(model, actual), .. Triggers(model, actual)];

    private static IEnumerable<SchemaDifference> Views(EngineModel model, DatabaseSchema actual)
    {
        foreach (var name in model.Views)
        {
            var view = actual.Views.FirstOrDefault(candidate => Same(candidate.Name, name));
            var mapped = model.ViewColumns.GetValueOrDefault(name) ?? [];
            if (view is null)
            {
                yield return Difference(actual, DifferenceKind.View, ObjectKind.View, new ObjectPath(name)) with { Left = "a view that entity types are mapped to" };
            }
            else if (mapped.Where(column => !view.Columns.Any(there => Same(there, column))).ToList() is { Count: > 0 } missing)
            {
                yield return Difference(actual, DifferenceKind.View, ObjectKind.View, new ObjectPath(name)) with
                {
                    Left = Texts.Of(mapped),
                    Right = view.IsValid ? Texts.Of(view.Columns) : "a view that cannot be resolved",
                    Detail = $"the model reads {string.Join(", ", missing)}",
                };
            }
        }
    }

    private static IEnumerable<SchemaDifference> Triggers(EngineModel model, DatabaseSchema actual)
    {
        foreach (var (table, name) in model.Tables.Where(table => !table.IsExcludedFromMigrations).SelectMany(table => table.Triggers.Select(trigger => (table.Name, trigger))))
        {
            var there = actual.Triggers.Where(trigger => Same(trigger.Table, table)).ToList();
            if (there.Exists(trigger => Same(trigger.Name, name)) || actual.Unread.Any(item => item.Path?.IsSameAs(new ObjectPath(table, name)) == true))
            {
                continue;
            }

            yield return Difference(actual, DifferenceKind.Trigger, ObjectKind.Trigger, new ObjectPath(table, name)) with
            {
                Left = "a trigger that the model declares",
                Right = there.Count == 0 ? null : $"other triggers: {string.Join(", ", there.Select(trigger => trigger.Name).Order(StringComparer.Ordinal))}",

                // EF Core does not look at the name, and people write any.
                Weight = there.Count == 0 ? null : Severity.Warning,
            };
        }
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static SchemaDifference Difference(DatabaseSchema actual, DifferenceKind kind, ObjectKind objectKind, ObjectPath path) => new()
    {
        Kind = kind,
        ObjectKind = objectKind,
        Object = path,
        LeftEngine = actual.Engine,
        RightEngine = actual.Engine,
    };
}
