using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>What an engine does of its own accord, as data: the comparer asks for these and never for the engine's name.</summary>
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
