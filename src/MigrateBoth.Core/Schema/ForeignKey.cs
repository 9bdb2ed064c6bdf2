namespace MigrateBoth.Core.Schema;

/// <summary>A foreign key. Matched by its columns: SQLite keeps the name only in the table's text (catalogue row S-69).</summary>
public sealed record ForeignKey
{
    /// <summary>The constraint's name, or null where none was given.</summary>
    public string? Name { get; init; }

    /// <summary>Dependent columns in key order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The table that is referred to.</summary>
    public required string PrincipalTable { get; init; }

    /// <summary>The columns that are referred to, in key order; never empty: an implicit reference is resolved to the primary key.</summary>
    public required IReadOnlyList<string> PrincipalColumns { get; init; }

    /// <summary>What happens to dependents when the principal row is deleted.</summary>
    public required ReferentialAction OnDelete { get; init; }

    /// <summary>What happens to dependents when the principal key is updated.</summary>
    public required ReferentialAction OnUpdate { get; init; }

    /// <summary>Whether the check waits for the end of the transaction (SQLite DEFERRABLE INITIALLY DEFERRED).</summary>
    public bool IsDeferred { get; init; }
}

/// <summary>The action of a foreign key, as declared.</summary>
public enum ReferentialAction
{
    /// <summary>Refuse at the end of the statement.</summary>
    NoAction,

    /// <summary>Refuse at once. On InnoDB the same as <see cref="NoAction"/>, yet a different declaration.</summary>
    Restrict,

    /// <summary>Delete or update the dependents too.</summary>
    Cascade,

    /// <summary>Set the dependent columns to NULL.</summary>
    SetNull,

    /// <summary>Set the dependent columns to their defaults.</summary>
    SetDefault,
}
