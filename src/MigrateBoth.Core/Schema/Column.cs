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

/// <summary>A column's default.</summary>
/// <param name="Kind">Whether it is a constant or computed by the server.</param>
/// <param name="Value">
/// A literal's value without quotes, introducers and escapes (<c>abc</c>, <c>1.50</c>, <c>0x0102</c> for binary);
/// for an expression its text without the outermost parentheses.
/// </param>
/// <param name="Text">The text exactly as the catalog has it.</param>
public sealed record ColumnDefault(ColumnDefaultKind Kind, string Value, string Text);

/// <summary>What a <see cref="ColumnDefault"/> is made of.</summary>
public enum ColumnDefaultKind
{
    /// <summary>A quoted text literal.</summary>
    Text,

    /// <summary>A number, or a boolean keyword written as 0 or 1.</summary>
    Number,

    /// <summary>A binary literal; the value is <c>0x</c> followed by upper-case hexadecimal digits.</summary>
    Binary,

    /// <summary>Anything the server computes, such as <c>CURRENT_TIMESTAMP</c> or <c>(1 + 1)</c>.</summary>
    Expression,
}

/// <summary>How a generated column is computed.</summary>
/// <param name="Expression">The expression as the catalog has it, without outermost parentheses.</param>
/// <param name="IsStored">Whether the value is stored (true) or computed on reading (false).</param>
public sealed record GeneratedColumn(string Expression, bool IsStored);

/// <summary>A declared column type, taken apart, so that <c>VARCHAR( 50 )</c> and <c>varchar(50)</c> are one value.</summary>
/// <param name="Name">The bare type name in lower case with single spaces, such as <c>varchar</c> or <c>double precision</c>; empty on SQLite when none was declared.</param>
/// <param name="Length">The only number in parentheses of a character or binary type, or null.</param>
/// <param name="Precision">The first number of a numeric type, or the fractional seconds of a temporal type, or null.</param>
/// <param name="Scale">The second number of a numeric type, or null.</param>
/// <param name="IsUnsigned">Whether the type carries <c>unsigned</c>.</param>
/// <param name="Values">The values of an <c>enum</c> or <c>set</c>, in order, unquoted; empty otherwise.</param>
/// <param name="Text">The text exactly as the catalog has it.</param>
public sealed record StoreType(
    string Name,
    int? Length,
    int? Precision,
    int? Scale,
    bool IsUnsigned,
    IReadOnlyList<string> Values,
    string Text)
{
    /// <summary>Whether two declarations mean the same type; <see cref="Text"/> does not count.</summary>
    public bool IsSameAs(StoreType other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Name == other.Name
            && Length == other.Length
            && Precision == other.Precision
            && Scale == other.Scale
            && IsUnsigned == other.IsUnsigned
            && Values.SequenceEqual(other.Values, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
