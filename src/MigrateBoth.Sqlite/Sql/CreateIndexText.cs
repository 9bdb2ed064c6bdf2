namespace MigrateBoth.Sqlite.Sql;

/// <summary>What the text of a CREATE INDEX says and no PRAGMA repeats.</summary>
/// <param name="Parts">Each part's expression, without direction, collation and outermost parentheses.</param>
/// <param name="Filter">The condition behind WHERE, or null.</param>
internal sealed record CreateIndexText(IReadOnlyList<IndexPartText> Parts, string? Filter);

/// <summary>One part of an index.</summary>
/// <param name="Expression">A column's name as it is written, or an expression.</param>
/// <param name="Collation">The collation written out for the part, or null.</param>
internal sealed record IndexPartText(string Expression, string? Collation);
