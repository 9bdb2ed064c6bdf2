using System.Text.Json;
using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Reporting.Sarif;

/// <summary>How text and severities are written in SARIF.</summary>
internal static partial class SarifText
{
    /// <summary>A message; what looks like an embedded link (section 3.11.6 of the standard) stays text.</summary>
    public static void WriteMessage(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("message");
        json.WriteString("text", Link().Replace(Redaction.MaskSecrets(text), @"\["));
        json.WriteEndObject();
    }

    /// <summary>The level of a severity.</summary>
    public static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    [GeneratedRegex(@"\[(?=[^\[\]]*\]\()")]
    private static partial Regex Link();
}
