namespace MigrateBoth.Core.Comparison;

/// <summary>How names are compared.</summary>
internal static class Names
{
    /// <summary>The longest name MySQL keeps (catalogue rows S-70 and S-71).</summary>
    private const int Limit = 64;

    /// <summary>Both engines find columns without regard to case.</summary>
    public static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same names in the same order.</summary>
    public static bool SameList(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.SequenceEqual(right, StringComparer.OrdinalIgnoreCase);

    /// <summary>The same names in any order.</summary>
    public static bool SameSet(IEnumerable<string> left, IEnumerable<string> right) =>
        left.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(right);

    /// <summary>Whether one name is the other, cut at 64 characters, perhaps with the <c>~</c> that EF Core ends it with.</summary>
    public static bool SameWhenCut(string left, string right)
    {
        if (Same(left, right))
        {
            return true;
        }

        var (longer, shorter) = left.Length >= right.Length ? (left, right) : (right, left);
        return shorter.Length == Limit && longer.Length > Limit
            && longer.StartsWith(WithoutMark(shorter), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The name without the <c>~</c> that marks the cut, and the number that keeps several cut names apart.</summary>
    private static string WithoutMark(string name)
    {
        var plain = name.TrimEnd("0123456789".ToCharArray());
        return plain.EndsWith('~') ? plain[..^1] : name;
    }
}

/// <summary>How collations are compared by name.</summary>
internal static class Collations
{
    /// <summary>SQLite's collation when none was declared.</summary>
    public const string SqliteDefault = "BINARY";

    /// <summary>Whether two collations of one engine are the same; no collation is the engine's default.</summary>
    public static bool Same(string? left, string? right) => Names.Same(left ?? SqliteDefault, right ?? SqliteDefault);
}
