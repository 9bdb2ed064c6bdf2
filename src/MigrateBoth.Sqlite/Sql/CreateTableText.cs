using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.Sql;

/// <summary>What the text of a CREATE TABLE says and no PRAGMA repeats.</summary>
internal sealed record CreateTableText
{
    public required IReadOnlyList<ColumnText> Columns { get; init; }

    public KeyText? PrimaryKey { get; init; }

    /// <summary>UNIQUE constraints in the order in which they stand.</summary>
    public required IReadOnlyList<KeyText> Uniques { get; init; }

    /// <summary>Foreign keys in the order in which they stand.</summary>
    public required IReadOnlyList<ForeignKeyText> ForeignKeys { get; init; }

    /// <summary>Checks in the order in which they stand.</summary>
    public required IReadOnlyList<CheckConstraint> Checks { get; init; }

    /// <summary>Every ON CONFLICT clause, such as <c>unique (Code) replace</c>.</summary>
    public required IReadOnlyList<string> ConflictClauses { get; init; }
}

/// <summary>A column definition as it is written.</summary>
internal sealed record ColumnText
{
    public required string Name { get; init; }

    /// <summary>The type's tokens with single spaces, without comments; empty where none is declared.</summary>
    public required string Type { get; init; }

    public string? Collation { get; init; }

    public GeneratedColumn? Generated { get; init; }
}

/// <summary>A PRIMARY KEY or UNIQUE constraint.</summary>
/// <param name="Name">The constraint's name, or null.</param>
/// <param name="Parts">Its columns in key order.</param>
/// <param name="IsAutoincrement">Whether the word AUTOINCREMENT is in it.</param>
internal sealed record KeyText(string? Name, IReadOnlyList<KeyPartText> Parts, bool IsAutoincrement = false);

/// <summary>A column in a key.</summary>
/// <param name="Column">Its name as it is written.</param>
/// <param name="Collation">The collation written out for the part, or null.</param>
internal sealed record KeyPartText(string Column, string? Collation);

/// <summary>A foreign key as it is written.</summary>
internal sealed record ForeignKeyText
{
    public string? Name { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required string PrincipalTable { get; init; }

    /// <summary>Empty where the text leaves them out and means the primary key.</summary>
    public required IReadOnlyList<string> PrincipalColumns { get; init; }

    public ReferentialAction OnDelete { get; init; }

    public ReferentialAction OnUpdate { get; init; }

    public bool IsDeferred { get; init; }
}

/// <summary>What the text of a CREATE INDEX says and no PRAGMA repeats.</summary>
/// <param name="Parts">Each part's expression, without direction, collation and outermost parentheses.</param>
/// <param name="Filter">The condition behind WHERE, or null.</param>
internal sealed record CreateIndexText(IReadOnlyList<IndexPartText> Parts, string? Filter);

/// <summary>One part of an index.</summary>
/// <param name="Expression">A column's name as it is written, or an expression.</param>
/// <param name="Collation">The collation written out for the part, or null.</param>
internal sealed record IndexPartText(string Expression, string? Collation);
