using System.Text;
using System.Text.RegularExpressions;

namespace MigrateBoth.Core.Errors;

/// <summary>
/// Finds secrets by the form of the text around them: <c>Password=…</c> with every way to quote, <c>…_PASSWORD=…</c>, <c>"password": "…"</c>,
/// <c>scheme://user:password@host</c>, <c>--password …</c>, <c>IDENTIFIED BY '…'</c>. Where it cannot be determined where a secret ends, the rest of the line is masked.
/// </summary>
internal static partial class SecretForms
{
    /// <summary>The text with every such value masked.</summary>
    public static string Mask(string text)
    {
        var masked = Replace(text, Key(), static (line, match) => Value(line, match));
        masked = Replace(masked, Scheme(), static (line, match) => UserPassword(line, match));
        masked = Sql().Replace(masked, static match => $"{match.Groups["before"].Value}'{Redaction.Mask}'");
        masked = Option().Replace(masked, static match => match.Groups["before"].Value + Redaction.Mask);
        return Header().Replace(masked, static match => match.Groups["before"].Value + Redaction.Mask);
    }

    /// <summary>Whether a name, of a variable or of an option in a connection string, says that its value is a secret.</summary>
    public static bool IsSecretName(string name) => name is not ("PWD" or "OLDPWD") && SecretName().IsMatch(name);

    /// <summary>
    /// The user's password in what follows a URL's <c>scheme://</c>. It may hold at signs, slashes and blanks that its owner forgot to escape, so the
    /// last at sign before a host counts; what only looks like a port is none.
    /// </summary>
    /// <param name="rest">What follows the slashes, up to the end of the line or the closing quote.</param>
    /// <param name="isDatabase">Whether the scheme is a database's, so that a user name and blanks are likely.</param>
    public static Range? PasswordOf(string rest, bool isDatabase)
    {
        var blank = rest.AsSpan().IndexOfAny(" \t");
        var word = blank < 0 ? rest : rest[..blank];
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || (colon >= word.Length && !isDatabase))
        {
            return null;
        }

        if (!isDatabase)
        {
            var at = word.LastIndexOf('@');
            return at > colon && !word[..colon].Contains('/', StringComparison.Ordinal) ? (colon + 1)..at : null;
        }

        var last = LastHostSign().Match(rest, rest.Length);
        return last.Success && last.Index > colon && !(Port().IsMatch(rest, colon + 1) && word.LastIndexOf('@') < colon) ? (colon + 1)..last.Index : null;
    }

    /// <summary>Whether a URL's scheme is a database's or a broker's.</summary>
    public static bool IsDatabaseScheme(string scheme) => DatabaseScheme().IsMatch(scheme);

    private static string Replace(string text, Regex form, Func<string, Match, Range?> find)
    {
        StringBuilder? masked = null;
        var copied = 0;
        for (var match = form.Match(text); match.Success;)
        {
            var next = match.Index + match.Length;
            if (find(text, match) is { } range)
            {
                (masked ??= new StringBuilder()).Append(text, copied, range.Start.Value - copied).Append(Redaction.Mask);
                copied = next = range.End.Value;
            }

            match = form.Match(text, next);
        }

        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    private static Range? Value(string text, Match key)
    {
        var start = key.Index + key.Length;
        var end = EndOfValue(text, start, EndOfLine(text, start), OpenQuote(text, key.Index));
        return end > start ? start..end : null;
    }

    private static Range? UserPassword(string text, Match scheme)
    {
        var isDatabase = IsDatabaseScheme(scheme.Groups["scheme"].Value);
        if (!isDatabase && scheme.Groups["slashes"].Length < 2)
        {
            return null;
        }

        var start = scheme.Index + scheme.Length;
        var end = EndOfLine(text, start);
        if (OpenQuote(text, scheme.Index) is { } quote)
        {
            end = ClosingQuote(text, start, end, quote);
        }

        return PasswordOf(text[start..end], isDatabase) is { } found ? (start + found.Start.Value)..(start + found.End.Value) : null;
    }

    /// <summary>White space is legal inside a password: an unquoted value ends at a semicolon, at the quote around the whole text, or with the line.</summary>
    private static int EndOfValue(string text, int start, int line, char? open)
    {
        if (start >= line)
        {
            return start;
        }

        var first = text[start];
        if (first == '\\' && start + 1 < line && text[start + 1] is '"' or '\'')
        {
            var escaped = text.IndexOf(text.Substring(start, 2), start + 2, line - start - 2, StringComparison.Ordinal);
            return escaped < 0 ? line : escaped + 2;
        }

        if (first == open && (start + 1 == line || !char.IsLetterOrDigit(text[start + 1])))
        {
            return start; // Nothing stands between the equals sign and the quote that ends the text.
        }

        if (first is '"' or '\'' or '{')
        {
            return AfterQuoted(text, start, line, first == '{' ? '}' : first);
        }

        var semicolon = text.IndexOf(';', start, line - start);
        var end = semicolon < 0 ? line : semicolon;
        return open is { } quote ? ClosingQuote(text, start, end, quote) : end;
    }

    private static int AfterQuoted(string text, int start, int line, char quote)
    {
        var i = start + 1;
        for (; i < line; i++)
        {
            if (text[i] == quote && i + 1 < line && text[i + 1] == quote)
            {
                i++;
            }
            else if (text[i] == quote)
            {
                break;
            }
        }

        if (i >= line)
        {
            return line; // Never closed.
        }

        // A quote in the middle of a value that begins with one: the writer did not know the rules, so the value ends where the next option begins.
        var after = i + 1;
        if (after < line && (char.IsLetterOrDigit(text[after]) || text[after] == '_'))
        {
            var semicolon = text.IndexOf(';', after, line - after);
            return semicolon < 0 ? line : semicolon;
        }

        return after;
    }

    /// <summary>The quote around the whole text that is quoted here: one that was opened before <paramref name="at"/> in this line and not closed.</summary>
    private static char? OpenQuote(string text, int at)
    {
        var line = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        char? open = null;
        for (var i = line; i < at; i++)
        {
            var isApostrophe = text[i] == '\'' && i > line && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);
            if (text[i] is '"' or '\'' or '`' && !isApostrophe)
            {
                open = open is null ? text[i] : open == text[i] ? null : open;
            }
        }

        return open;
    }

    private static int ClosingQuote(string text, int start, int end, char quote)
    {
        for (var i = text.IndexOf(quote, start, end - start); i >= 0; i = text.IndexOf(quote, i + 1, end - i - 1))
        {
            if (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]))
            {
                return i;
            }
        }

        return end;
    }

    private static int EndOfLine(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : start + end;
    }

    private const string Words = @"password|passwd|passphrase|passcode|pwd";
    private const string Shorter = @"secret|(?<!cancellation|concurrency|publickey)token|(?:api|access|account|private|storage)[ _-]?key|(?<![a-z])pass|gate_key";

    // "(using password: YES)" has no equals sign, and '"Password" = 1' compares a column: both stay. Behind other words on a line 'password: x' is
    // taken for a secret only if x could be one.
    [GeneratedRegex(
        $$"""(?:(?:{{Words}})\d?(?:\s*(?:=|%3D)\s*|\\?["']\s*:\s*(?=\\?["']))|(?:{{Shorter}})(?:=|%3D|\\?["']\s*:\s*(?=\\?["']))|(?<=^[ \t-]*\w*(?:{{Words}})):[ \t]+|(?<={{Words}}):[ \t]+(?=\S*\d))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Key();

    [GeneratedRegex($"(?:(?:{Words})\\d?|{Shorter})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    // One slash is what is left of two where the text was taken for a path.
    [GeneratedRegex(@"\b(?<scheme>[a-z][a-z0-9+.\-]+):(?<slashes>/{1,3})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^(?:.*\W)?(?:mysql|mariadb|mysqlx|postgres|postgresql|sqlserver|mssql|oracle|mongodb|redis|rediss|amqp|amqps|sqlite)(?:\+\w+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DatabaseScheme();

    [GeneratedRegex(@"@(?=[\w\[])", RegexOptions.RightToLeft | RegexOptions.CultureInvariant)]
    private static partial Regex LastHostSign();

    [GeneratedRegex(@"\G\d{1,5}(?![\w@])", RegexOptions.CultureInvariant)]
    private static partial Regex Port();

    [GeneratedRegex(
        """(?<before>\b(?:identified\s+(?:with\s+\S+\s+)?(?:by|as)\s+(?:password\s+)?|password\s*\(\s*|password\s+for\s+\S+\s*(?:=|to)\s*))'(?:[^'\\]|''|\\.)*'""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sql();

    [GeneratedRegex(
        $$"""(?<before>(?<!\S)--[\w-]*(?:{{Words}}|secret|token)\s+|\b(?:mysql|mariadb)[\w-]*[^\r\n]*?\s-p(?=\S))(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'-][^\s]*)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Option();

    [GeneratedRegex(@"(?<before>\b(?:basic|bearer)\s+)[A-Za-z0-9+/_.~-]{8,}=*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Header();
}
