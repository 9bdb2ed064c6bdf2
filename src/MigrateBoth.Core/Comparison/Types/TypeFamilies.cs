using System.Collections.Frozen;

namespace MigrateBoth.Core.Comparison.Types;

/// <summary>What values a column holds. One declared type can represent several: SQLite's TEXT holds strings, decimals, dates and Guids.</summary>
[Flags]
public enum TypeFamilies
{
    /// <summary>The family is unknown.</summary>
    None = 0,

    /// <summary>True and false.</summary>
    Boolean = 1,

    /// <summary>Whole numbers of any width.</summary>
    Integer = 2,

    /// <summary>Exact decimal numbers.</summary>
    Decimal = 4,

    /// <summary>Binary floating point.</summary>
    Float = 8,

    /// <summary>Character strings.</summary>
    Text = 16,

    /// <summary>Binary strings.</summary>
    Binary = 32,

    /// <summary>A calendar date.</summary>
    Date = 64,

    /// <summary>A time of day or a span of time.</summary>
    Time = 128,

    /// <summary>A date with a time of day.</summary>
    DateTime = 256,

    /// <summary>A JSON document.</summary>
    Json = 512,

    /// <summary>A Guid, as text or as bytes.</summary>
    Guid = 1024,

    /// <summary>A shape or a place.</summary>
    Spatial = 2048,

    /// <summary>Anything a text column can hold.</summary>
    Textual = Text | Decimal | Date | Time | DateTime | Json | Guid,

    /// <summary>Anything a whole number can hold.</summary>
    Whole = Integer | Boolean,

    /// <summary>Any number, including a boolean.</summary>
    Numeric = Boolean | Integer | Decimal | Float,
}

/// <summary>Which values a CLR type holds, by its C# name.</summary>
internal static class ClrTypes
{
    private static readonly FrozenDictionary<string, TypeFamilies> Families = new Dictionary<string, TypeFamilies>(StringComparer.Ordinal)
    {
        ["bool"] = TypeFamilies.Boolean,
        ["byte"] = TypeFamilies.Integer,
        ["sbyte"] = TypeFamilies.Integer,
        ["short"] = TypeFamilies.Integer,
        ["ushort"] = TypeFamilies.Integer,
        ["int"] = TypeFamilies.Integer,
        ["uint"] = TypeFamilies.Integer,
        ["long"] = TypeFamilies.Integer,
        ["ulong"] = TypeFamilies.Integer,
        ["decimal"] = TypeFamilies.Decimal,
        ["float"] = TypeFamilies.Float,
        ["double"] = TypeFamilies.Float,
        ["char"] = TypeFamilies.Text,
        ["string"] = TypeFamilies.Text,
        ["byte[]"] = TypeFamilies.Binary,
        ["Guid"] = TypeFamilies.Guid,
        ["DateTime"] = TypeFamilies.DateTime,
        ["DateTimeOffset"] = TypeFamilies.DateTime,
        ["DateOnly"] = TypeFamilies.Date,
        ["TimeOnly"] = TypeFamilies.Time,
        ["TimeSpan"] = TypeFamilies.Time,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The family of a type such as <c>decimal?</c> or <c>DateOnly</c>; none for any other.</summary>
    public static TypeFamilies Of(string clrType) => Families.GetValueOrDefault(clrType.TrimEnd('?'));
}
