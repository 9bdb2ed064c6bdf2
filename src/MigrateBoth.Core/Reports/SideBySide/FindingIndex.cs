using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules;

namespace MigrateBoth.Core.Reports.SideBySide;

/// <summary>Looks up the findings about an object, and tracks the findings that no object has claimed.</summary>
internal sealed class FindingIndex
{
    private static readonly HashSet<ObjectKind> SchemaKinds =
    [
        ObjectKind.Table, ObjectKind.Column, ObjectKind.Property, ObjectKind.Index, ObjectKind.PrimaryKey, ObjectKind.ForeignKey, ObjectKind.Check,
        ObjectKind.View, ObjectKind.Trigger,
    ];

    private readonly Dictionary<(ObjectPath Path, ObjectKind Kind), List<int>> _places = new(new PathComparer());
    private readonly SortedSet<int> _left = [];

    public FindingIndex(IReadOnlyList<Finding> findings)
    {
        All = findings;
        for (var i = 0; i < findings.Count; i++)
        {
            if (!SchemaKinds.Contains(findings[i].Kind))
            {
                continue;
            }

            _left.Add(i);
            var key = (findings[i].Object, KindOf(findings[i].Kind));
            if (!_places.TryGetValue(key, out var places))
            {
                _places[key] = places = [];
            }

            places.Add(i);
        }
    }

    public IReadOnlyList<Finding> All { get; }

    /// <summary>Findings about schema objects that no object has claimed.</summary>
    public IReadOnlyCollection<int> Unclaimed => _left;

    /// <summary>What a difference is about; null for findings of other rules.</summary>
    public DifferenceKind? DifferenceOf(int place) =>
        RuleSet.ById.TryGetValue(All[place].Rule, out var rule) && rule is DifferenceRule difference ? difference.Kind : null;

    /// <summary>Claims the findings about an object under any of its paths.</summary>
    public IReadOnlyList<int> Claim(ObjectKind kind, params IEnumerable<ObjectPath> paths)
    {
        var found = paths.Distinct(ObjectPath.IgnoreCase)
            .SelectMany(path => _places.GetValueOrDefault((path, KindOf(kind))) ?? [])
            .Distinct().Order().ToList();
        _left.ExceptWith(found);
        return found;
    }

    /// <summary>A mapped property is shown at its column.</summary>
    private static ObjectKind KindOf(ObjectKind kind) => kind == ObjectKind.Property ? ObjectKind.Column : kind;

    private sealed class PathComparer : IEqualityComparer<(ObjectPath Path, ObjectKind Kind)>
    {
        public bool Equals((ObjectPath Path, ObjectKind Kind) x, (ObjectPath Path, ObjectKind Kind) y) =>
            x.Kind == y.Kind && x.Path.IsSameAs(y.Path);

        public int GetHashCode((ObjectPath Path, ObjectKind Kind) key) => HashCode.Combine(ObjectPath.IgnoreCase.GetHashCode(key.Path), key.Kind);
    }
}
