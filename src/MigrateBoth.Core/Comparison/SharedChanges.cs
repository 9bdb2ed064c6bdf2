using System.Globalization;

namespace MigrateBoth.Core.Comparison;

/// <summary>
/// Puts together what has one cause: a key's action that does no harm is reported once for the database, and one change of a type or a collation that
/// many columns share is one difference, which says how many.
/// </summary>
internal static class SharedChanges
{
    /// <summary>From so many columns on, one cause is likelier than as many mistakes.</summary>
    private const int Many = 8;
    private const int Named = 3;

    /// <summary>The differences, each cause once, at its first object.</summary>
    public static IEnumerable<SchemaDifference> Join(IEnumerable<SchemaDifference> differences)
    {
        var all = differences.ToList();
        var groups = new Dictionary<SchemaDifference, List<SchemaDifference>>(ReferenceEqualityComparer.Instance);
        foreach (var group in all.Where(difference => KeyOf(difference) is not null).GroupBy(KeyOf).Select(group => group.ToList()))
        {
            if (group.Count >= (group[0].ObjectKind == ObjectKind.ForeignKey ? 2 : Many))
            {
                group.ForEach(member => groups.Add(member, group));
            }
        }

        foreach (var difference in all)
        {
            if (!groups.TryGetValue(difference, out var group))
            {
                yield return difference;
            }
            else if (ReferenceEquals(group[0], difference))
            {
                var others = group.Skip(1).Select(other => other.Object).ToList();
                var rest = others.Count > Named ? string.Create(CultureInfo.InvariantCulture, $" and {others.Count - Named} more") : string.Empty;
                yield return difference with
                {
                    Detail = $"{(difference.Detail is null ? string.Empty : difference.Detail + "; ")}the same in {string.Join(", ", others.Take(Named))}{rest}",
                };
            }
        }
    }

    private static object? KeyOf(SchemaDifference difference) => difference switch
    {
        { Kind: DifferenceKind.ColumnType or DifferenceKind.Collation, Left: not null, Right: not null } =>
            (difference.Kind, difference.Left, difference.Right, difference.Detail, difference.Weight, difference.AtFault, difference.IsByModel),
        { Kind: DifferenceKind.ForeignKeyDefinition, Weight: Severity.Warning } =>
            (difference.Kind, difference.Detail, difference.AtFault, difference.IsByModel),
        _ => null,
    };
}
