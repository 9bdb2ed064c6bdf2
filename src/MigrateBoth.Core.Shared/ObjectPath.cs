namespace MigrateBoth.Core;

/// <summary>Names an object: a table or whatever is in no table, or a part of a table. Any name may hold a dot, so that the text cannot be taken apart again.</summary>
/// <param name="Table">The table, or the object itself: a view, a migration, a test.</param>
/// <param name="Name">The column, index, key, check or trigger of the table; null for the object itself.</param>
public sealed record ObjectPath(string Table, string? Name = null)
{
    /// <summary>Compares paths as the engines compare names.</summary>
    public static IEqualityComparer<ObjectPath> IgnoreCase { get; } = EqualityComparer<ObjectPath>.Create(
        (left, right) => left is null ? right is null : right is not null && left.IsSameAs(right),
        path => HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(path.Table), path.Name is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(path.Name)));

    /// <summary>Whether both name the same object, regardless of the case.</summary>
    public bool IsSameAs(ObjectPath other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(Table, other.Table, StringComparison.OrdinalIgnoreCase) && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The stable text of reports and acceptances: <c>Table</c> or <c>Table.Name</c>.</summary>
    public override string ToString() => Name is null ? Table : $"{Table}.{Name}";
}

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
