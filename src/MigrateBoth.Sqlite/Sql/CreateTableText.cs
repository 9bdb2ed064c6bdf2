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
