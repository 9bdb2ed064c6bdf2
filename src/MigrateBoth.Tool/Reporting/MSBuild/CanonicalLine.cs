using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Reporting.MSBuild;

/// <summary>
/// A line that MSBuild and IDEs make an error or a warning of: <c>origin(line): error CODE: text</c>
/// (https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks).
/// </summary>
internal static class CanonicalLine
{
    /// <summary>The line, without a line end.</summary>
    /// <param name="origin">A file, or what is to be named in place of one.</param>
    /// <param name="line">The line in the file, or null.</param>
    /// <param name="severity">An info is a line that a log shows and nobody counts.</param>
    /// <param name="code">One word.</param>
    /// <param name="text">What there is to say; shown on one line.</param>
    public static string Of(string origin, int? line, Severity severity, string code, string text)
    {
        // A colon ends the origin, but for the one of a drive.
        var file = VisibleText.OneLine(origin);
        var place = line is { } number ? string.Create(CultureInfo.InvariantCulture, $"{file}({number}):") : $"{file} :";
        return $"{place} {severity.Name()} {code}: {VisibleText.OneLine(Redaction.MaskSecrets(text))}";
    }
}
