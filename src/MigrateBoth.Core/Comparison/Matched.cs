namespace MigrateBoth.Core.Comparison;

/// <summary>Two lists whose items were brought together.</summary>
/// <param name="Pairs">Items that are the same object, in the order of the left list.</param>
/// <param name="LeftOnly">Items without a partner on the right.</param>
/// <param name="RightOnly">Items without a partner on the left.</param>
internal sealed record Matched<T>(IReadOnlyList<(T Left, T Right)> Pairs, IReadOnlyList<T> LeftOnly, IReadOnlyList<T> RightOnly)
    where T : class
{
    /// <summary>Pairs items by the first criterion that brings them together; a stricter criterion is tried on all items before the next one.</summary>
    public static Matched<T> Of(IReadOnlyList<T> left, IReadOnlyList<T> right, params Func<T, T, bool>[] criteria)
    {
        var partners = new T?[left.Count];
        var free = right.ToList();
        foreach (var criterion in criteria)
        {
            for (var i = 0; i < left.Count; i++)
            {
                if (partners[i] is null && free.Find(candidate => criterion(left[i], candidate)) is { } partner)
                {
                    partners[i] = partner;
                    free.RemoveAt(free.FindIndex(candidate => ReferenceEquals(candidate, partner)));
                }
            }
        }

        return new Matched<T>(
            [.. left.Zip(partners).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!))],
            [.. left.Where((_, i) => partners[i] is null)],
            free);
    }
}
