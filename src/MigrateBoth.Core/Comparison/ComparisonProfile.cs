using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>What a comparison compares and what it treats as equal. The comparer itself is independent of the engines.</summary>
public sealed record ComparisonProfile
{
    /// <summary>What is compared about each column.</summary>
    public required IReadOnlyList<ColumnFact> Columns { get; init; }

    /// <summary>How expressions are compared.</summary>
    public required ExpressionJudge Expressions { get; init; }

    /// <summary>What is compared about the databases as a whole.</summary>
    public required Func<DatabaseSchema, DatabaseSchema, IReadOnlyList<SchemaDifference>> Databases { get; init; }

    /// <summary>What is compared about a table's options; each item is an option's name and its two values.</summary>
    public required Func<TablePair, IReadOnlyList<(string Option, string? Left, string? Right)>> TableOptions { get; init; }

    /// <summary>Whether two foreign keys' actions mean the same.</summary>
    public required Func<TablePair, ReferentialAction, ReferentialAction, bool> SameAction { get; init; }

    /// <summary>Whether two names of one index or constraint are the same as far as the engines can keep them.</summary>
    public required Func<string, string, bool> SameName { get; init; }

    /// <summary>Whether a check that only one side has (its database, the check, the other side's table) is what the type of the other side's column does.</summary>
    public Func<DatabaseSchema, CheckConstraint, Table, bool> IsImplied { get; init; } = (_, _, _) => false;

    /// <summary>
    /// Whether an index that the server added for a foreign key matches one of another name: where no model says what was declared, that there is one is all
    /// that counts.
    /// </summary>
    public bool CountsServerIndexes { get; init; }

    /// <summary>Whether comments are compared.</summary>
    public bool ComparesComments { get; init; }

    /// <summary>Whether views and triggers are compared: EF Core creates none, so a database made from the model never has them.</summary>
    public bool ComparesViewsAndTriggers { get; init; }

    /// <summary>Whether what an engine keeps beside the text of a view or trigger is compared: no other engine has its like.</summary>
    public bool ComparesAttributes { get; init; }

    /// <summary>Whether two objects that no reader understands are known to be the same all the same.</summary>
    public required Func<UnreadObject, UnreadObject, bool> SameUnread { get; init; }

    /// <summary>Compares two definitions of a view.</summary>
    public required Func<DatabaseSchema, DatabaseSchema, string, string, Judgement> Views { get; init; }

    /// <summary>Compares two definitions of a trigger.</summary>
    public required Func<DatabaseSchema, DatabaseSchema, string, string, Judgement> Triggers { get; init; }
}

/// <summary>The characteristics of an engine as data: the comparer uses these and never tests for the engine's name.</summary>
internal sealed record EngineTraits
{
    /// <summary>Whether the server adds an index named like a foreign key that has none (catalogue row S-65).</summary>
    public bool MakesForeignKeyIndexes { get; init; }

    /// <summary>Whether NO ACTION is anything but RESTRICT. InnoDB looks at once, row by row, whatever was declared.</summary>
    public bool KeepsNoAction { get; init; } = true;

    /// <summary>Whether blanks at the end of a text do not count unless the collation says otherwise (catalogue row C-06).</summary>
    public bool PadsText { get; init; }

    /// <summary>Whether names of tables that differ by case are two tables.</summary>
    public bool TellsTablesByCase { get; init; }

    /// <summary>Whether a lone INTEGER primary key is the row's number: never NULL, and handed out when not given.</summary>
    public bool HasRowNumberKeys { get; init; }

    public static EngineTraits Of(DatabaseSchema schema) => schema.Engine switch
    {
        Engine.Sqlite => new EngineTraits { HasRowNumberKeys = true },
        _ => new EngineTraits { MakesForeignKeyIndexes = true, TellsTablesByCase = true, PadsText = true, KeepsNoAction = false },
    };

    /// <summary>Whether the two actions of a key act alike on either side.</summary>
    public static bool ActAlike(TablePair tables, ReferentialAction left, ReferentialAction right) =>
        left is ReferentialAction.NoAction or ReferentialAction.Restrict
        && right is ReferentialAction.NoAction or ReferentialAction.Restrict
        && !(Of(tables.LeftSchema).KeepsNoAction && Of(tables.RightSchema).KeepsNoAction);

    /// <summary>Whether the column is such a key.</summary>
    public bool IsRowNumber(Table table, Column column) =>
        HasRowNumberKeys
        && table.PrimaryKey is { Columns: [var only] } key
        && !key.Parts.Any(part => part.IsDescending)
        && string.Equals(only, column.Name, StringComparison.OrdinalIgnoreCase)
        && column.Type.Name == "integer"
        && !table.Options.ContainsKey("without_rowid");
}
