using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.SelfTest;

/// <summary>An engine's words for what the kinds that both engines share need.</summary>
public sealed record PlantingTerms
{
    /// <summary>Whether a column holds text that a collation applies to.</summary>
    public required Func<Column, bool> IsText { get; init; }

    /// <summary>
    /// Whether a column's collation means something on both engines; the second column is the other engine's. Decimals and moments are
    /// text on SQLite and have no collation on MySQL, or one that says nothing.
    /// </summary>
    public required Func<Column, Column, bool> IsCollated { get; init; }

    /// <summary>Whether a column holds whole numbers, booleans among them.</summary>
    public required Func<Column, bool> IsInteger { get; init; }

    /// <summary>Whether a column can have a constant as its default.</summary>
    public required Func<Column, bool> TakesLiteralDefault { get; init; }

    /// <summary>Whether an index over these columns would be too long for the engine.</summary>
    public required Func<Column, bool> IsIndexable { get; init; }

    /// <summary>An integer type.</summary>
    public required string Integer { get; init; }

    /// <summary>A type for text of some 50 characters.</summary>
    public required string Text { get; init; }

    /// <summary>A type for bytes of any length.</summary>
    public required string Bytes { get; init; }

    /// <summary>A type for binary floating point numbers.</summary>
    public required string Real { get; init; }

    /// <summary>A collation that does not tell upper from lower case.</summary>
    public required string IgnoringCase { get; init; }

    /// <summary>A collation that does not count blanks at the end.</summary>
    public required string IgnoringBlanks { get; init; }

    /// <summary>A default that asks the server's clock, for a column of this type; null where there is none.</summary>
    public required Func<Column, ColumnDefault?> Clock { get; init; }

    /// <summary>The statements of <see cref="PairedDefects"/>.</summary>
    public required IReadOnlyList<string> Pairs { get; init; }

    /// <summary>Quotes a name for an expression.</summary>
    public required Func<string, string> Quote { get; init; }
}
