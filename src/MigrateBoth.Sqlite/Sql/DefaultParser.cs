using System.Globalization;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.Sql;

/// <summary>Parses the text of a default in PRAGMA table_xinfo.</summary>
internal static class DefaultParser
{
    /// <summary>The default, or null for none and for NULL.</summary>
    /// <exception cref="SqlSyntaxException">The text cannot be cut into tokens.</exception>
    public static ColumnDefault? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var expression = SqlCursor.Over(text).WithoutParentheses();
        var sign = expression.Count == 2 && expression.TrySymbol('-') ? "-" : string.Empty;
        _ = expression.Count == 2 && expression.TrySymbol('+');
        var token = expression.Current;
        if (expression.Count > 2 || (expression.Count == 2 && token.Kind != SqlTokenKind.Number))
        {
            return Expression();
        }

        return token.Kind switch
        {
            SqlTokenKind.Number => new ColumnDefault(ColumnDefaultKind.Number, sign + Number(token.Text), text),
            SqlTokenKind.Blob => new ColumnDefault(ColumnDefaultKind.Binary, "0x" + token.Value.ToUpperInvariant(), text),
            SqlTokenKind.String or SqlTokenKind.QuotedName => new ColumnDefault(ColumnDefaultKind.Text, token.Value, text),
            SqlTokenKind.Word => token.Text.ToUpperInvariant() switch
            {
                "NULL" => null,
                "TRUE" => new ColumnDefault(ColumnDefaultKind.Number, "1", text),
                "FALSE" => new ColumnDefault(ColumnDefaultKind.Number, "0", text),
                "CURRENT_TIMESTAMP" or "CURRENT_DATE" or "CURRENT_TIME" => Expression(),

                // SQLite takes any other bare word for text.
                _ => new ColumnDefault(ColumnDefaultKind.Text, token.Text, text),
            },
            _ => Expression(),
        };

        ColumnDefault Expression() => new(ColumnDefaultKind.Expression, expression.Text, text);
    }

    /// <summary>Digits without separators; hexadecimal as the signed 64-bit integer that SQLite makes of it.</summary>
    private static string Number(string text)
    {
        var digits = text.Replace("_", string.Empty, StringComparison.Ordinal);
        return digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && long.TryParse(digits.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
                ? value.ToString(CultureInfo.InvariantCulture)
                : digits;
    }
}
