namespace MigrateBoth.Core.Comparison;

/// <summary>What a <see cref="SchemaDifference"/> is about. Each kind has exactly one rule per level.</summary>
public enum DifferenceKind
{
    /// <summary>A column's type.</summary>
    ColumnType,

    /// <summary>Whether a column accepts NULL.</summary>
    Nullability,

    /// <summary>A column's default.</summary>
    DefaultValue,

    /// <summary>A default that AddColumn left behind and the model does not have (catalogue row M-05).</summary>
    DefaultResidue,

    /// <summary>Whether and how a column is computed.</summary>
    GeneratedColumn,

    /// <summary>Whether the server hands out a column's values.</summary>
    Identity,

    /// <summary>A column's collation.</summary>
    Collation,

    /// <summary>A comment of a table, column or index.</summary>
    Comment,

    /// <summary>Another attribute of a column: invisible, ON UPDATE.</summary>
    ColumnAttribute,

    /// <summary>A table is only on the left.</summary>
    MissingTable,

    /// <summary>A column is only on the left.</summary>
    MissingColumn,

    /// <summary>A table is only on the right.</summary>
    ExtraTable,

    /// <summary>A column is only on the right.</summary>
    ExtraColumn,

    /// <summary>A primary key is missing, extra or of other columns.</summary>
    PrimaryKey,

    /// <summary>A unique constraint is missing, extra or of other columns.</summary>
    UniqueConstraint,

    /// <summary>An index is only on the left.</summary>
    MissingIndex,

    /// <summary>An index differs.</summary>
    IndexDefinition,

    /// <summary>An index is only on the right.</summary>
    ExtraIndex,

    /// <summary>A foreign key is only on the left.</summary>
    MissingForeignKey,

    /// <summary>A foreign key differs.</summary>
    ForeignKeyDefinition,

    /// <summary>A foreign key is only on the right.</summary>
    ExtraForeignKey,

    /// <summary>A check is only on the left.</summary>
    MissingCheck,

    /// <summary>A check differs.</summary>
    CheckDefinition,

    /// <summary>A check is only on the right.</summary>
    ExtraCheck,

    /// <summary>A view is missing, extra or different.</summary>
    View,

    /// <summary>A trigger is missing, extra or different.</summary>
    Trigger,

    /// <summary>An option of a table.</summary>
    TableOption,

    /// <summary>The database's default collation.</summary>
    DatabaseCollation,

    /// <summary>Two names differ only by case.</summary>
    NameCase,

    /// <summary>The same index or constraint has another name.</summary>
    ObjectName,

    /// <summary>A catalog reader met an object it cannot describe.</summary>
    UnreadObject,

    /// <summary>The account lacks the right to see part of a catalog.</summary>
    HiddenObject,

    /// <summary>Two expressions can be said neither to be equal nor to differ.</summary>
    UncomparableExpression,

    /// <summary>A column's type is not known.</summary>
    UnknownType,

    /// <summary>A view that its server cannot resolve any more (catalogue row M-19).</summary>
    BrokenView,
}
