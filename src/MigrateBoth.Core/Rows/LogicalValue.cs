using System.Globalization;

namespace MigrateBoth.Core.Rows;

/// <summary>What is special about a value.</summary>
public enum ValueTrait
{
    /// <summary>Nothing: both engines are expected to keep it.</summary>
    Plain,

    /// <summary>Text or bytes longer than the column's length.</summary>
    TooLong,

    /// <summary>Blanks at the end.</summary>
    TrailingBlank,

    /// <summary>A NUL character.</summary>
    Nul,

    /// <summary>More digits of a second than the column has.</summary>
    Fraction,

    /// <summary>An offset from UTC.</summary>
    Offset,

    /// <summary>More digits after the point than the column has.</summary>
    Scale,

    /// <summary>Beyond what a narrower type holds, which either side may have.</summary>
    Range,

    /// <summary>A floating point number that six digits do not tell.</summary>
    Digits,

    /// <summary>Infinity or not a number.</summary>
    NotFinite,
}

/// <summary>One value of a column.</summary>
/// <param name="Value">The value in the type that <see cref="LogicalKind"/> names, or null for NULL.</param>
/// <param name="IsExtreme">Whether it is at the edge of what the column holds: arithmetic on it overflows.</param>
public sealed record LogicalValue(object? Value, bool IsExtreme = false)
{
    /// <summary>The value NULL.</summary>
    public static LogicalValue Null { get; } = new((object?)null);

    /// <summary>What is special about it.</summary>
    public ValueTrait Trait { get; init; }

    /// <summary>Whether the column does not hold it as it is, by its own declaration.</summary>
    public bool IsBeyond { get; init; }

    /// <summary>For display: how the value is written in SQL, near enough for either engine.</summary>
    public override string ToString() => Value switch
    {
        null => "NULL",
        bool flag => flag ? "TRUE" : "FALSE",
        string text => $"'{(text.Length > 40 ? text[..40] + "…" : text).Replace("'", "''", StringComparison.Ordinal)}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes.Length > 20 ? bytes[..20] : bytes)}'",
        DateOnly date => $"'{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        DateTime moment => $"'{moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)}'",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        var other => $"'{other}'",
    };
}
