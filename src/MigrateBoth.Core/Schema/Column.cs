namespace MigrateBoth.Core.Schema;

/// <summary>A column as the catalog describes it.</summary>
public sealed record Column
{
    /// <summary>The name as the catalog has it.</summary>
    public required string Name { get; init; }

    /// <summary>Position in the table, from 1. Never compared (catalogue row M-25): AddColumn appends.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The declared type.</summary>
    public required StoreType Type { get; init; }

    /// <summary>Whether NULL is accepted.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>The default, or null when there is none. A literal <c>DEFAULT NULL</c> is no default.</summary>
    public ColumnDefault? Default { get; init; }

    /// <summary>The generation expression of a computed column, or null.</summary>
    public GeneratedColumn? Generated { get; init; }

    /// <summary>AUTOINCREMENT on SQLite, AUTO_INCREMENT on MySQL (catalogue row S-30).</summary>
    public bool IsIdentity { get; init; }

    /// <summary>
    /// The column's collation, or null where the type has none. On SQLite <c>BINARY</c> is written out only if it was declared.
    /// </summary>
    public string? Collation { get; init; }

    /// <summary>The column's character set, where the engine has one.</summary>
    public string? CharacterSet { get; init; }

    /// <summary>The column's comment, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>The expression of <c>ON UPDATE</c> (MySQL), such as <c>CURRENT_TIMESTAMP(6)</c>, or null.</summary>
    public string? OnUpdate { get; init; }

    /// <summary>Whether <c>SELECT *</c> leaves the column out (MySQL INVISIBLE, SQLite hidden columns).</summary>
    public bool IsInvisible { get; init; }
}
