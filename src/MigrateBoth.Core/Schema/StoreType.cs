namespace MigrateBoth.Core.Schema;

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
