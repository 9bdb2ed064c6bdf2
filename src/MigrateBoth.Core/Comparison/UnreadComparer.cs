using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Turns everything that a catalog reader did not understand into differences, so that it is never ignored.</summary>
internal sealed class UnreadComparer(ComparisonLog log, ComparisonProfile profile)
{
    public void Compare(DatabaseSchema left, DatabaseSchema right)
    {
        var tables = left.Tables.Concat(right.Tables).Select(table => table.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unread = Matched<UnreadObject>.Of(
            Relevant(left, tables),
            Relevant(right, tables),
            (l, r) => !l.IsHidden && !r.IsHidden && profile.SameUnread(l, r));
        foreach (var _ in unread.Pairs)
        {
            log.Count();
        }

        // What is there on both sides and differs is one finding with both texts.
        var differing = Matched<UnreadObject>.Of(unread.LeftOnly, unread.RightOnly, (l, r) => !l.IsHidden && !r.IsHidden && l.Kind == r.Kind && l.Path == r.Path,
            (l, r) => !l.IsHidden && !r.IsHidden && l.Kind == r.Kind && l.Path is { } path && r.Path is { } other && path.IsSameAs(other));
        foreach (var (l, r) in differing.Pairs)
        {
            Add(l, l.Text, r.Text);
        }

        foreach (var item in differing.LeftOnly)
        {
            Add(item, item.Text, null);
        }

        foreach (var item in differing.RightOnly)
        {
            Add(item, null, item.Text);
        }
    }

    /// <summary>Where views and triggers do not count, neither do routines and events: only what belongs to a table does.</summary>
    private List<UnreadObject> Relevant(DatabaseSchema schema, HashSet<string> tables) =>
        [.. schema.Unread.Where(item => item.IsHidden || profile.ComparesViewsAndTriggers || (item.Path is { } path && tables.Contains(path.Table)))];

    private void Add(UnreadObject item, string? left, string? right)
    {
        log.Count();
        var kind = item.IsHidden ? DifferenceKind.HiddenObject : DifferenceKind.UnreadObject;
        var path = item.Path ?? new ObjectPath(item.Kind);
        log.Add(log.Difference(kind, ObjectKind.Database, path, left, right) with { Detail = $"{item.Kind}: {item.Reason.TrimEnd('.')}" });
    }
}
