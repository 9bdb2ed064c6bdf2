using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MigrateBoth.Core.Errors;

/// <summary>
/// The one mask for secrets. It is applied where text leaves the process: stdout, stderr, report files, result files and the messages of the
/// design host. Two things are masked: text in a form that carries a password, and the exact secrets that this run was given.
/// </summary>
public static class Redaction
{
    /// <summary>What a secret is replaced by.</summary>
    public const string Mask = "***";

    private static readonly AsyncLocal<KnownSecrets?> Run = new();

    /// <summary>Begins a run: from here on, what <see cref="Learn(string?)"/> is given is masked wherever it occurs in the text of this run.</summary>
    public static void Begin() => Run.Value = new KnownSecrets();

    /// <summary>Registers the secrets in a connection string, a URL or any other input of the run, so that they are masked.</summary>
    /// <param name="text">The text; may be null.</param>
    public static void Learn(string? text) => Run.Value?.LearnFrom(text);

    /// <summary>Registers the secrets in a variable: the whole value if the name indicates a secret.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value; may be null.</param>
    public static void Learn(string name, string? value) => Run.Value?.LearnFrom(name, value);

    /// <summary>
    /// Masks the secrets of this run, and values in the forms of <see cref="SecretForms"/>: connection strings, URLs, variables, options, JSON and SQL.
    /// </summary>
    /// <param name="text">Any text; null gives an empty text.</param>
    public static string MaskSecrets(string? text) =>
        string.IsNullOrEmpty(text) ? string.Empty : SecretForms.Mask(Run.Value is { } known ? known.Mask(text) : text);

    /// <summary>Whether a value is a secret or holds one, by its name or by its form. What the run was given does not matter.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="value">The value.</param>
    public static bool IsSecret(string name, string value) => value.Length > 0 && (SecretForms.IsSecretName(name) || SecretForms.Mask(value) != value);

    /// <summary>Masks the string values of a JSON document. A document without secrets stays as it is, byte by byte.</summary>
    /// <param name="json">The document.</param>
    public static string MaskJson(string json)
    {
        StringBuilder? masked = null;
        var copied = 0;
        for (var start = json.IndexOf('"', StringComparison.Ordinal); start >= 0;)
        {
            var end = EndOfString(json, start);
            if (!IsName(json, end))
            {
                var literal = json.AsSpan(start, end - start);
                var value = literal.Contains('\\') ? JsonSerializer.Deserialize<string>(literal)! : literal[1..^1].ToString();
                if (MaskSecrets(value) is var shown && shown != value)
                {
                    (masked ??= new StringBuilder()).Append(json, copied, start - copied).Append('"').Append(JavaScriptEncoder.Default.Encode(shown)).Append('"');
                    copied = end;
                }
            }

            start = json.IndexOf('"', end);
        }

        return masked is null ? json : masked.Append(json, copied, json.Length - copied).ToString();
    }

    private static int EndOfString(string json, int start)
    {
        var i = start + 1;
        while (json[i] != '"')
        {
            i += json[i] == '\\' ? 2 : 1;
        }

        return i + 1;
    }

    // A member's name is the contract's own word, whatever the password is.
    private static bool IsName(string json, int end)
    {
        while (end < json.Length && char.IsWhiteSpace(json[end]))
        {
            end++;
        }

        return end < json.Length && json[end] == ':';
    }
}
