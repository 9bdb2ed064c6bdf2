namespace MigrateBoth.Core.Schema;

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
