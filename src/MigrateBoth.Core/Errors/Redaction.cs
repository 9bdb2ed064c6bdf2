using System.Text.RegularExpressions;

namespace MigrateBoth.Core.Errors;

/// <summary>
/// Masks passwords in text that is about to be shown. It is the last line of defence at every exit of the tool (messages,
/// logs, JSON, reports), and it may also be called where a message is made.
/// </summary>
public static partial class Redaction
{
    /// <summary>What a secret is replaced by.</summary>
    public const string Mask = "***";

    /// <summary>
    /// Masks <c>Password=…</c> and <c>Pwd=…</c> of connection strings (quoted values included), the password of
    /// <c>scheme://user:password@host</c>, and values of variables named like <c>MYSQL_ROOT_PASSWORD=…</c>.
    /// </summary>
    /// <param name="text">Any text; null gives an empty text.</param>
    public static string MaskSecrets(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var masked = KeyValue().Replace(text, match => match.Groups["key"].Value + Mask);
        return UrlPassword().Replace(masked, match => match.Groups["before"].Value + Mask + "@");
    }

    // A value ends at the next semicolon, at a quote that closes it, or at the end of the line: white space is legal inside a password.
    // Text such as "(using password: YES)" has no equals sign and stays.
    [GeneratedRegex(
        """(?<key>(?:\b|_)(?:password|pwd)\s*=\s*)(?:"(?:[^"\r\n]|"")*"|'(?:[^'\r\n]|'')*'|[^;'"\r\n]*)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeyValue();

    // The password may itself hold an at sign or a slash that its owner forgot to escape: the last at sign before a space counts.
    [GeneratedRegex(
        """(?<before>\b[a-z][a-z0-9+.\-]*://[^\s:/@]*:)[^\s]*@""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UrlPassword();
}
