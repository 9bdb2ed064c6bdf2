namespace MigrateBoth.Core.Schema;

/// <summary>An index of a table.</summary>
public sealed record TableIndex
{
    /// <summary>The name as the catalog has it; cut at 64 characters on MySQL (catalogue row S-71).</summary>
    public required string Name { get; init; }

    /// <summary>Parts in index order.</summary>
    public required IReadOnlyList<IndexPart> Parts { get; init; }

    /// <summary>Whether duplicates are refused.</summary>
    public required bool IsUnique { get; init; }

    /// <summary>The predicate of a partial index, without the word WHERE, or null (catalogue row S-61).</summary>
    public string? Filter { get; init; }

    /// <summary>The access method in lower case: <c>btree</c>, <c>hash</c>, <c>fulltext</c>, <c>spatial</c>.</summary>
    public string Method { get; init; } = "btree";

    /// <summary>The parser of a full-text index where it is not the server's own, such as <c>ngram</c>; or null.</summary>
    public string? Parser { get; init; }

    /// <summary>Whether the optimizer may use the index (MySQL INVISIBLE, MariaDB IGNORED).</summary>
    public bool IsVisible { get; init; } = true;

    /// <summary>The index's comment, or null.</summary>
    public string? Comment { get; init; }
}

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
