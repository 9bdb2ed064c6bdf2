using System.Globalization;
using System.Text;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Understands COLUMN_DEFAULT, which MySQL and MariaDB write in different ways (catalogue rows S-40, S-43).</summary>
internal static class DefaultDecoder
{
    /// <summary>Decodes the default of one column.</summary>
    /// <param name="row">The column's row.</param>
    /// <param name="type">Its type, taken apart.</param>
    /// <param name="flavor">The server that said it.</param>
    /// <returns>The default, or null when there is none or it is NULL.</returns>
    public static ColumnDefault? Decode(ColumnRow row, StoreType type, ServerFlavor flavor)
    {
        if (row.Default is not { } text)
        {
            return null;
        }

        if (row.ExactDefault is { } exact)
        {
            return TypeFamilies.IsBinary(type)
                ? new ColumnDefault(ColumnDefaultKind.Binary, Hexadecimal(exact), Hexadecimal(exact))
                : new ColumnDefault(ColumnDefaultKind.Text, Encoding.UTF8.GetString(exact), Encoding.UTF8.GetString(exact));
        }

        var isExpression = flavor.QuotesLiteralDefaults || row.Extra.Contains("DEFAULT_GENERATED", StringComparison.OrdinalIgnoreCase);
        return isExpression
            ? DecodeExpression(SqlText.WithoutOuterParentheses(SqlText.Restore(text, flavor)), text, type)
            : DecodeBare(text, type);
    }

    /// <summary>Why the value cannot be trusted, or null: there are defaults that information_schema shows only in part.</summary>
    public static string? Doubt(ColumnRow row, StoreType type, ServerFlavor flavor)
    {
        if (row.Default is not { } text || row.ExactDefault is not null || row.Extra.Contains("DEFAULT_GENERATED", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (TypeFamilies.IsBinary(type))
        {
            var isCut = flavor.CutsBinaryDefaults && text.Length > 0 && (text.Length - 2) / 2 < type.Length;
            var isReplaced = flavor.QuotesLiteralDefaults && text.StartsWith('\'') && text.Contains('?', StringComparison.Ordinal);
            return isCut || isReplaced ? "the server's catalog does not show every byte of a binary default" : null;
        }

        var isLost = flavor.LosesSupplementaryCharacters && TypeFamilies.IsText(type) && text.Contains('?', StringComparison.Ordinal);
        return isLost ? "the server's catalog shows '?' for every character it cannot represent" : null;
    }

    private static ColumnDefault? DecodeExpression(string expression, string text, StoreType type)
    {
        if (expression.Equals("NULL", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (SqlText.LiteralValue(expression) is { } literal)
        {
            return TypeFamilies.IsBinary(type)
                ? new ColumnDefault(ColumnDefaultKind.Binary, Hexadecimal(Encoding.UTF8.GetBytes(literal)), text)
                : new ColumnDefault(KindOfLiteral(literal, type), literal, text);
        }

        return DecodeNumeral(expression, text) ?? new ColumnDefault(ColumnDefaultKind.Expression, expression, text);
    }

    private static ColumnDefault DecodeBare(string text, StoreType type)
    {
        if (TypeFamilies.IsBinary(type))
        {
            return DecodeNumeral(text, text) ?? new ColumnDefault(ColumnDefaultKind.Binary, Hexadecimal(Encoding.UTF8.GetBytes(text)), text);
        }

        return (TypeFamilies.IsNumber(type) ? DecodeNumeral(text, text) : null) ?? new ColumnDefault(ColumnDefaultKind.Text, text, text);
    }

    /// <summary>Numbers, <c>0x0102</c>, <c>X'0102'</c>, <c>b'101'</c> and the boolean keywords; null for anything else.</summary>
    private static ColumnDefault? DecodeNumeral(string numeral, string text)
    {
        if (numeral.StartsWith("0x", StringComparison.Ordinal) && numeral.Skip(2).All(char.IsAsciiHexDigit))
        {
            return new ColumnDefault(ColumnDefaultKind.Binary, $"0x{numeral[2..].ToUpperInvariant()}", text);
        }

        // As an expression, which is all the default that bytes of any length can have, the literal comes back as it was written.
        if (numeral.StartsWith("x'", StringComparison.OrdinalIgnoreCase) && numeral is [_, _, .. var digits, '\''] && digits.All(char.IsAsciiHexDigit))
        {
            return new ColumnDefault(ColumnDefaultKind.Binary, $"0x{digits.ToUpperInvariant()}", text);
        }

        if (numeral.StartsWith("b'", StringComparison.OrdinalIgnoreCase) && numeral is [_, _, .. var bits, '\''] && bits.All(c => c is '0' or '1'))
        {
            var number = bits.Length is > 0 and <= 64 ? Convert.ToUInt64(bits, 2) : 0;
            return new ColumnDefault(ColumnDefaultKind.Number, number.ToString(CultureInfo.InvariantCulture), text);
        }

        return numeral.ToUpperInvariant() switch
        {
            "TRUE" => new ColumnDefault(ColumnDefaultKind.Number, "1", text),
            "FALSE" => new ColumnDefault(ColumnDefaultKind.Number, "0", text),
            _ => IsNumber(numeral) ? new ColumnDefault(ColumnDefaultKind.Number, numeral, text) : null,
        };
    }

    private static ColumnDefaultKind KindOfLiteral(string literal, StoreType type) =>
        TypeFamilies.IsNumber(type) && IsNumber(literal) ? ColumnDefaultKind.Number : ColumnDefaultKind.Text;

    private static bool IsNumber(string text) =>
        text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or 'e' or 'E')
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string Hexadecimal(byte[] bytes) => $"0x{Convert.ToHexString(bytes)}";
}
