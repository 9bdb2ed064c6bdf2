using System.Data.Common;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace MigrateBoth.Core.Errors;

/// <summary>The exact secrets of one run, in every encoding in which they may occur.</summary>
internal sealed partial class KnownSecrets
{
    // Shorter texts occur in every sentence; their forms are still masked.
    private const int Shortest = 4;
    private const int Distinctive = 8;

    // Words of the tool's own output. A password that is one of them protects nothing, and masking it would destroy every report.
    private static readonly HashSet<string> OwnWords = new(
        [
            "root", "user", "admin", "test", "tests", "testing", "password", "passwd", "secret", "mysql", "mariadb", "sqlite", "docker", "local", "localhost", "auto", "connection",
            "true", "false", "null", "none", "yes", "error", "warning", "info", "passed", "failed", "incomplete", "skipped", "both", "table", "column", "index", "view", "trigger",
            "check", "migration", "migrations", "history", "drift", "parity", "verify", "migrateboth", "database", "server", "container", "development", "production",
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly object _gate = new();
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);
    private volatile Needle[] _needles = [];

    /// <summary>Registers the secrets in a connection string, a URL, or a text that contains one.</summary>
    public void LearnFrom(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        foreach (Match url in Url().Matches(text))
        {
            if (SecretForms.PasswordOf(url.Groups["rest"].Value, SecretForms.IsDatabaseScheme(url.Groups["scheme"].Value)) is { } range)
            {
                var written = url.Groups["rest"].Value[range];
                Add(written);
                Add(Uri.UnescapeDataString(written));
            }
        }

        if (text.Contains('=', StringComparison.Ordinal))
        {
            LearnFromPairs(text);
        }
    }

    /// <summary>Registers the secrets in a variable's value.</summary>
    public void LearnFrom(string name, string? value)
    {
        if (SecretForms.IsSecretName(name) && !Path.IsPathRooted(value ?? string.Empty))
        {
            Add(value);
        }

        LearnFrom(value);
    }

    /// <summary>The text without the secrets.</summary>
    public string Mask(string text)
    {
        foreach (var needle in _needles)
        {
            text = needle.Mask(text);
        }

        return text;
    }

    private void LearnFromPairs(string text)
    {
        if (Read(text) is not { } pairs)
        {
            LearnFromPieces(text);
            return;
        }

        var open = pairs.Keys.Cast<string>().Where(key => !SecretForms.IsSecretName(key)).Select(key => pairs[key].ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var key in pairs.Keys.Cast<string>().Where(SecretForms.IsSecretName))
        {
            // A password that is also the account's or the database's name is shown with that name.
            if (pairs[key].ToString() is { } secret && !open.Contains(secret))
            {
                Add(secret);
            }
        }
    }

    private static DbConnectionStringBuilder? Read(string text)
    {
        try
        {
            var pairs = new DbConnectionStringBuilder { ConnectionString = text };
            return pairs.Keys.Cast<string>().Any(key => key.Contains(';', StringComparison.Ordinal)) ? null : pairs;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What cannot be read may have cut the password at a semicolon: each piece behind the key may be a part of it.</summary>
    private void LearnFromPieces(string text)
    {
        var isBehindKey = false;
        foreach (var piece in text.Split(';'))
        {
            var at = piece.IndexOf('=', StringComparison.Ordinal);
            isBehindKey = at < 0 ? isBehindKey : SecretForms.IsSecretName(piece[..at].TrimEnd());
            if (isBehindKey)
            {
                Add(piece[(at + 1)..].Trim().Trim('"', '\''));
            }
        }
    }

    private void Add(string? secret)
    {
        if (secret is null || secret.Length < Shortest || OwnWords.Contains(secret) || secret.All(character => character is '*' or '.' or 'x'))
        {
            return;
        }

        lock (_gate)
        {
            if (_secrets.Add(secret))
            {
                // The longest first: a secret that begins like another one is replaced whole.
                _needles = [.. _secrets.SelectMany(NeedlesOf).DistinctBy(needle => needle.Text).OrderByDescending(needle => needle.Text.Length)];
            }
        }
    }

    private static IEnumerable<Needle> NeedlesOf(string secret)
    {
        var isWord = secret.Length < Distinctive && secret.All(char.IsLetter);
        var url = Uri.EscapeDataString(secret);
        string[] forms =
        [
            secret,
            url,
            UrlHex().Replace(url, match => match.Value.ToLowerInvariant()),
            url.Replace("%20", "+", StringComparison.Ordinal),
            JavaScriptEncoder.Default.Encode(secret),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
            WebUtility.HtmlEncode(secret),
            WebUtility.HtmlEncode(secret).Replace("&#39;", "&apos;", StringComparison.Ordinal),
            secret.Replace("\"", "\"\"", StringComparison.Ordinal),
            secret.Replace("'", "''", StringComparison.Ordinal),
            secret.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal),
        ];
        return forms.Select(form => new Needle(form, isWord)).Append(new Needle(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), IsWord: false));
    }

    [GeneratedRegex(@"\b(?<scheme>[a-z][a-z0-9+.\-]+):/{1,3}(?<rest>[^\r\n]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Url();

    [GeneratedRegex("%[0-9A-F]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex UrlHex();

    /// <summary>A text to look for.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="IsWord">Whether it is only replaced where it is alone: it is short and could be a part of any word.</param>
    private sealed record Needle(string Text, bool IsWord)
    {
        public string Mask(string text)
        {
            var at = text.IndexOf(Text, StringComparison.Ordinal);
            if (at < 0)
            {
                return text;
            }

            var masked = new StringBuilder(text.Length);
            var copied = 0;
            for (; at >= 0; at = text.IndexOf(Text, at + Text.Length, StringComparison.Ordinal))
            {
                var end = at + Text.Length;
                if (!IsWord || !((at > 0 && IsInName(text[at - 1])) || (end < text.Length && IsInName(text[end]))))
                {
                    masked.Append(text, copied, at - copied).Append(Redaction.Mask);
                    copied = end;
                }
            }

            return masked.Append(text, copied, text.Length - copied).ToString();
        }

        // 'key-too-short' and 'order_id' are words of their own.
        private static bool IsInName(char character) => char.IsLetterOrDigit(character) || character is '-' or '_';
    }
}
