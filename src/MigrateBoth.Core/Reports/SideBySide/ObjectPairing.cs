namespace MigrateBoth.Core.Reports.SideBySide;

/// <summary>Combines the two sides of an object and the findings about it.</summary>
internal sealed class ObjectPairing(FindingIndex findings)
{
    /// <summary>An object that both sides may have under different names.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="left">Its name on the left, or null.</param>
    /// <param name="right">Its name on the right, or null.</param>
    /// <param name="leftAttributes">What the left side says of it.</param>
    /// <param name="rightAttributes">What the right side says of it.</param>
    /// <param name="tables">The names of its table, or null where it is in none.</param>
    public ObjectSides Of(
        ObjectKind kind,
        string? left,
        string? right,
        IReadOnlyList<(string Name, string? Value)> leftAttributes,
        IReadOnlyList<(string Name, string? Value)> rightAttributes,
        IReadOnlyList<string>? tables)
    {
        var names = new[] { left, right }.OfType<string>().ToList();
        var paths = tables is null ? names.Select(name => new ObjectPath(name)) : tables.SelectMany(table => names.Select(name => new ObjectPath(table, name)));
        var attributes = Pair(leftAttributes, rightAttributes);
        if (left is not null && right is not null)
        {
            attributes.Insert(0, (AttributeText.Name, left, right));
        }

        return Place(kind, left, right, left ?? right!, attributes, findings.Claim(kind, paths));
    }

    /// <summary>A primary key, which findings name by its table.</summary>
    public ObjectSides OfPrimaryKey(
        IReadOnlyList<(string Name, string? Value)> left, IReadOnlyList<(string Name, string? Value)> right, IReadOnlyList<string> tables)
    {
        const string Name = "primary key";
        var found = findings.Claim(ObjectKind.PrimaryKey, tables.Select(table => new ObjectPath(table)));
        return Place(ObjectKind.PrimaryKey, left.Count == 0 ? null : Name, right.Count == 0 ? null : Name, Name, Pair(left, right), found);
    }

    private static List<(string Name, string? Left, string? Right)> Pair(
        IReadOnlyList<(string Name, string? Value)> left, IReadOnlyList<(string Name, string? Value)> right)
    {
        var (lefts, rights) = (left.ToDictionary(a => a.Name, a => a.Value), right.ToDictionary(a => a.Name, a => a.Value));
        return [.. left.Concat(right).Select(a => a.Name).Distinct(StringComparer.Ordinal).Select(name => (name, lefts.GetValueOrDefault(name), rights.GetValueOrDefault(name)))];
    }

    private ObjectSides Place(
        ObjectKind kind, string? left, string? right, string name, List<(string Name, string? Left, string? Right)> attributes, IReadOnlyList<int> found)
    {
        var marks = found.ToDictionary(place => place, place => AttributeMarks.Of(findings.DifferenceOf(place), findings.All[place], attributes));
        return new ObjectSides
        {
            Kind = kind,
            Left = left,
            Right = right,
            Name = name,
            Attributes =
            [
                .. from attribute in attributes
                   let about = found.Where(place => marks[place].Contains(attribute.Name)).ToList()
                   where about.Count > 0 || (attribute.Name != AttributeText.Name && (attribute.Left ?? attribute.Right) is not null)
                   select new AttributeSides(attribute.Name, attribute.Left, attribute.Right, about),
            ],
            Findings = [.. found.Where(place => !marks[place].Any(mark => attributes.Any(attribute => attribute.Name == mark)))],
        };
    }
}
