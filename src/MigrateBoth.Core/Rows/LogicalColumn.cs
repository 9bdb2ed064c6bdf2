namespace MigrateBoth.Core.Rows;

/// <summary>What a column holds, whatever an engine stores it as.</summary>
public enum LogicalKind
{
    /// <summary>True and false. Values are <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>Whole numbers. Values are <see cref="decimal"/>, which holds every 64-bit integer, signed or not.</summary>
    Integer,

    /// <summary>Exact decimals. Values are <see cref="decimal"/>.</summary>
    Decimal,

    /// <summary>Binary floating point. Values are <see cref="double"/>.</summary>
    Float,

    /// <summary>Text. Values are <see cref="string"/>.</summary>
    Text,

    /// <summary>Bytes. Values are arrays of <see cref="byte"/>.</summary>
    Binary,

    /// <summary>A calendar date. Values are <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>A moment without a zone. Values are <see cref="System.DateTime"/>.</summary>
    DateTime,

    /// <summary>A time of day, or a span of any length. Values are <see cref="TimeSpan"/>.</summary>
    Time,

    /// <summary>A Guid. Values are <see cref="System.Guid"/>.</summary>
    Guid,

    /// <summary>A JSON document. Values are <see cref="string"/>.</summary>
    Json,
}

/// <summary>A column seen without an engine: what values can be put into it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">What it holds.</param>
public sealed record LogicalColumn(string Name, LogicalKind Kind)
{
    private static readonly Dictionary<string, (LogicalKind Kind, int Bits, bool IsUnsigned)> ClrTypes = new(StringComparer.Ordinal)
    {
        ["bool"] = (LogicalKind.Boolean, 1, false),
        ["sbyte"] = (LogicalKind.Integer, 8, false),
        ["byte"] = (LogicalKind.Integer, 8, true),
        ["short"] = (LogicalKind.Integer, 16, false),
        ["ushort"] = (LogicalKind.Integer, 16, true),
        ["int"] = (LogicalKind.Integer, 32, false),
        ["uint"] = (LogicalKind.Integer, 32, true),
        ["long"] = (LogicalKind.Integer, 64, false),
        ["ulong"] = (LogicalKind.Integer, 64, true),
        ["decimal"] = (LogicalKind.Decimal, 0, false),
        ["float"] = (LogicalKind.Float, 32, false),
        ["double"] = (LogicalKind.Float, 64, false),
        ["char"] = (LogicalKind.Text, 0, false),
        ["string"] = (LogicalKind.Text, 0, false),
        ["byte[]"] = (LogicalKind.Binary, 0, false),
        ["DateOnly"] = (LogicalKind.Date, 0, false),
        ["DateTime"] = (LogicalKind.DateTime, 0, false),
        ["DateTimeOffset"] = (LogicalKind.DateTime, 0, false),
        ["TimeOnly"] = (LogicalKind.Time, 0, false),
        ["TimeSpan"] = (LogicalKind.Time, 0, false),
        ["Guid"] = (LogicalKind.Guid, 0, false),
    };

    /// <summary>Whether NULL can be put into it.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The width of an integer, or 32 and 64 for a floating point number.</summary>
    public int Bits { get; init; } = 64;

    /// <summary>Whether an integer has no sign.</summary>
    public bool IsUnsigned { get; init; }

    /// <summary>The least integer where the type has another one than its width says; null for that.</summary>
    public decimal? Least { get; init; }

    /// <summary>The greatest integer, likewise.</summary>
    public decimal? Greatest { get; init; }

    /// <summary>How many digits a decimal has in all.</summary>
    public int Precision { get; init; } = 18;

    /// <summary>How many of them are behind the point.</summary>
    public int Scale { get; init; } = 2;

    /// <summary>How many characters of text, or bytes, it holds at most; null for no limit that matters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether every value of a binary column has exactly <see cref="MaxLength"/> bytes.</summary>
    public bool IsFixedLength { get; init; }

    /// <summary>Whether text is limited to ASCII.</summary>
    public bool IsAscii { get; init; }

    /// <summary>Whether text is limited to the characters of Unicode's basic plane.</summary>
    public bool IsBasicPlane { get; init; }

    /// <summary>Whether <see cref="MaxLength"/> counts bytes of a text and not characters.</summary>
    public bool CountsBytes { get; init; }

    /// <summary>Whether a moment has an offset from UTC. Values are <see cref="DateTimeOffset"/> then.</summary>
    public bool HasOffset { get; init; }

    /// <summary>Whether a time may be negative or longer than a day.</summary>
    public bool IsSpan { get; init; }

    /// <summary>The first moment that the type holds.</summary>
    public DateTime Earliest { get; init; } = DateTime.MinValue;

    /// <summary>The last moment that the type holds.</summary>
    public DateTime Latest { get; init; } = DateTime.MaxValue;

    /// <summary>How many digits of a second a moment or time keeps.</summary>
    public int FractionDigits { get; init; } = 6;

    /// <summary>The only texts it takes (an enumeration); empty for any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The column for a CLR type in C# spelling, such as <c>int?</c> or <c>byte[]</c>; null for any other type.</summary>
    public static LogicalColumn? FromClr(string name, string clrType, bool isNullable = false)
    {
        ArgumentNullException.ThrowIfNull(clrType);
        return ClrTypes.TryGetValue(clrType.TrimEnd('?'), out var type)
            ? new LogicalColumn(name, type.Kind)
            {
                IsNullable = isNullable,
                Bits = type.Bits,
                IsUnsigned = type.IsUnsigned,
                MaxLength = clrType.TrimEnd('?') == "char" ? 1 : null,
            }
            : null;
    }
}
