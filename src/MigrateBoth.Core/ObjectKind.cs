namespace MigrateBoth.Core;

/// <summary>What a finding is about. The JSON names are the members' names in camelCase.</summary>
public enum ObjectKind
{
    /// <summary>A table.</summary>
    Table,

    /// <summary>A column.</summary>
    Column,

    /// <summary>An index or unique constraint.</summary>
    Index,

    /// <summary>A primary key.</summary>
    PrimaryKey,

    /// <summary>A foreign key.</summary>
    ForeignKey,

    /// <summary>A check constraint.</summary>
    Check,

    /// <summary>A view.</summary>
    View,

    /// <summary>A trigger.</summary>
    Trigger,

    /// <summary>A migration.</summary>
    Migration,

    /// <summary>A test.</summary>
    Test,

    /// <summary>A mapped property of the model.</summary>
    Property,

    /// <summary>The database, the server or the model as a whole.</summary>
    Database,
}
