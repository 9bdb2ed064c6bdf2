using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>
/// Writes down all that a catalog says of an object, where <see cref="Texts"/> gives the gist: what an acceptance is pinned to. Nothing is folded, and
/// names and texts are quoted, so that two different objects never read the same.
/// </summary>
internal static class Definitions
{
    public static string Of(Table table) => Lines(
    [
        .. table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(column => $"column {Quote(column.Name)} {Of(column)}"),
        .. table.PrimaryKey is { } key ? [$"primary key {Texts.Of(key)}"] : Array.Empty<string>(),
        .. table.UniqueConstraints.Select(constraint => $"unique {Quote(constraint.Name)} {Texts.Of(constraint.Columns)}"),
        .. table.Indexes.Select(index => $"index {Quote(index.Name)} {Texts.Of(index)} comment {Quote(index.Comment)}"),
        .. table.ForeignKeys.Select(foreignKey => $"foreign key {Quote(foreignKey.Name)} {Texts.Of(foreignKey)}"),
        .. table.Checks.Select(check => $"check {Quote(check.Name)} {Texts.Of(check)}"),
        .. Pairs(table.Options),
        $"collation {Quote(table.Collation)}",
        $"comment {Quote(table.Comment)}",
    ]);

    /// <summary>Only what is said goes in, so that a column of which nothing else is said reads as <see cref="Texts"/> has it.</summary>
    public static string Of(Column column) => string.Concat(
        Texts.Of(column),
        column.IsIdentity ? " identity" : string.Empty,
        Of("collation", column.Collation),
        Of("character set", column.CharacterSet),
        Of("on update", column.OnUpdate),
        column.IsInvisible ? " invisible" : string.Empty,
        Of("comment", column.Comment));

    public static string Of(View view) => Lines([view.Definition, $"columns {string.Join(", ", view.Columns.Select(Quote))}", .. Pairs(view.Attributes)]);

    public static string Of(Trigger trigger) => Lines([trigger.Definition, $"{trigger.Timing} {trigger.Event} ON {Quote(trigger.Table)}", .. Pairs(trigger.Attributes)]);

    private static IEnumerable<string> Pairs(IReadOnlyDictionary<string, string> values) =>
        values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key} {Quote(value.Value)}");

    private static string Of(string name, string? value) => value is null ? string.Empty : $" {name} {Quote(value)}";

    private static string Quote(string? text) => text is null ? "none" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}

/// <summary>Compares attributes that an engine stores in addition to an object's text, such as the SQL mode of a trigger.</summary>
internal static class Attributes
{
    /// <summary>One fact each; those that differ are one difference.</summary>
    public static void Compare(
        ComparisonLog log, DifferenceKind kind, ObjectKind objectKind, ObjectPath path, IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right)
    {
        var differing = new List<string>();
        foreach (var name in left.Keys.Union(right.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            log.Count();
            if (left.GetValueOrDefault(name) != right.GetValueOrDefault(name))
            {
                differing.Add(name);
            }
        }

        if (differing.Count > 0)
        {
            log.Add(log.Difference(kind, objectKind, path, Text(left, differing), Text(right, differing)) with { Detail = string.Join(", ", differing) });
        }
    }

    /// <summary>The attributes as people read them: <c>security: INVOKER, sql_mode: ANSI</c>.</summary>
    public static string Text(IReadOnlyDictionary<string, string> attributes, IEnumerable<string> names) =>
        string.Join("; ", names.Select(name => $"{name}: {attributes.GetValueOrDefault(name) ?? "none"}"));
}
