using System.Globalization;
using System.Numerics;

namespace MigrateBoth.Core.Expressions;

/// <summary>Numeric literals by their exact value: 1.50, 1.5 and 15e-1 are one number, and no digit is lost.</summary>
internal static class SqlNumber
{
    /// <summary>Beyond this a literal is kept in scientific form.</summary>
    private const int LongestPlain = 70;

    /// <summary>The one spelling of a literal; the text itself when it is none.</summary>
    public static string Canonical(string text)
    {
        if (Parse(text) is not var (digits, exponent))
        {
            return text;
        }

        if (digits.IsZero)
        {
            return "0";
        }

        while (digits % 10 == 0)
        {
            (digits, exponent) = (digits / 10, exponent + 1);
        }

        var sign = digits.Sign < 0 ? "-" : string.Empty;
        var plain = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture);
        return Math.Abs(exponent) > LongestPlain ? $"{sign}{plain}e{exponent.ToString(CultureInfo.InvariantCulture)}"
            : exponent >= 0 ? sign + plain + new string('0', exponent)
            : plain.Length > -exponent ? $"{sign}{plain[..^-exponent]}.{plain[^-exponent..]}"
            : $"{sign}0.{new string('0', -exponent - plain.Length)}{plain}";
    }

    /// <summary>The canonical number with the other sign.</summary>
    public static string Negative(string canonical) => canonical == "0" ? canonical : canonical.StartsWith('-') ? canonical[1..] : "-" + canonical;

    /// <summary>Whether two literals are one number.</summary>
    public static bool Same(string left, string right) =>
        Parse(left) is not null && Parse(right) is not null && Canonical(left) == Canonical(right);

    /// <summary>Whether a literal is written with a point or an exponent.</summary>
    public static bool IsFraction(string text) => text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0;

    private static (BigInteger Digits, int Exponent)? Parse(string text)
    {
        var mantissa = text;
        var exponent = 0;
        if (text.IndexOfAny(['e', 'E']) is >= 0 and var e)
        {
            mantissa = text[..e];
            if (!int.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > 9999)
            {
                return null;
            }
        }

        if (mantissa.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        return BigInteger.TryParse(mantissa, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits) ? (digits, exponent) : null;
    }
}
