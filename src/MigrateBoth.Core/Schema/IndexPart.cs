namespace MigrateBoth.Core.Schema;

/// <summary>One part of an index: a column or an expression.</summary>
public sealed record IndexPart
{
    /// <summary>The column's name, or null when the part is an expression.</summary>
    public string? Column { get; init; }

    /// <summary>The expression's text without outermost parentheses, or null when the part is a column.</summary>
    public string? Expression { get; init; }

    /// <summary>Whether the part is sorted descending.</summary>
    public bool IsDescending { get; init; }

    /// <summary>The number of leading characters or bytes indexed (MySQL), or null for the whole value (catalogue row S-62).</summary>
    public int? PrefixLength { get; init; }

    /// <summary>The collation declared for this part where it is not the column's own (SQLite), or null.</summary>
    public string? Collation { get; init; }
}
