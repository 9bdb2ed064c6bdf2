namespace MigrateBoth.Core.Comparison;

/// <summary>Compares what an engine keeps beside an object's text, such as the SQL mode of a trigger.</summary>
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
