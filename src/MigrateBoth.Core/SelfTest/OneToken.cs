using System.Globalization;
using System.Text.RegularExpressions;

namespace MigrateBoth.Core.SelfTest;

/// <summary>Writes one token of an expression differently: a comparison, a word between conditions, a number, an operator.</summary>
public static partial class OneToken
{
    /// <summary>The expression with another token; null where there is none to change.</summary>
    public static string? Other(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var tokens = Tokens().Matches(expression);
        return (from change in new Func<string, string?>[] { Comparison, Word, Number, Operator }
                from token in tokens
                let other = change(token.Value)
                where other is not null
                select expression[..token.Index] + other + expression[(token.Index + token.Length)..]).FirstOrDefault();
    }

    private static string? Comparison(string token) => token switch { ">" => ">=", ">=" => ">", "<" => "<=", "<=" => "<", "=" => "<>", "<>" or "!=" => "=", _ => null };

    private static string? Word(string token) => token.ToUpperInvariant() switch { "AND" => "OR", "OR" => "AND", "MIN" => "MAX", "MAX" => "MIN", "UPPER" => "LOWER", "LOWER" => "UPPER", _ => null };

    private static string? Number(string token) => decimal.TryParse(token, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? (number + 17).ToString(CultureInfo.InvariantCulture) : null;

    private static string? Operator(string token) => token switch { "*" => "+", "+" => "-", "-" => "+", "/" => "*", _ => null };

    /// <summary>Texts and quoted names are tokens, so that nothing inside of them is one.</summary>
    [GeneratedRegex("""'(?:[^'\\]|''|\\.)*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|[A-Za-z_][A-Za-z0-9_]*|\d+(?:\.\d+)?|<=>|<>|!=|<=|>=|<<|>>|->>?|[-<>=*+/]""")]
    private static partial Regex Tokens();
}
