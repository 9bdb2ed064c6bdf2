using System.Globalization;
using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Reporting.GitHub;

/// <summary>One line that GitHub's runner makes an annotation of, escaped as the runner unescapes it.</summary>
internal static class WorkflowCommand
{
    /// <summary>The line, without a line end.</summary>
    /// <param name="severity">Its level: error, warning, or notice for infos.</param>
    /// <param name="title">One line.</param>
    /// <param name="text">Any number of lines.</param>
    /// <param name="file">A path from the repository's root, or null.</param>
    /// <param name="line">The line in the file, or null.</param>
    public static string Annotation(Severity severity, string title, string text, string? file = null, int? line = null)
    {
        var command = new StringBuilder("::").Append(LevelOf(severity)).Append(' ');
        if (file is not null)
        {
            command.Append("file=").Append(Property(file)).Append(',');
            if (line is { } number)
            {
                command.Append("line=").Append(number.ToString(CultureInfo.InvariantCulture)).Append(',');
            }
        }

        return command.Append("title=").Append(Property(VisibleText.OneLine(Redaction.MaskSecrets(title)))).Append("::").Append(Data(VisibleText.Lines(Redaction.MaskSecrets(text)))).ToString();
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    // The percent sign first: it begins every escape.
    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
