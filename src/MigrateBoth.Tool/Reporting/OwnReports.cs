using System.Text;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Reporting;

/// <summary>Distinguishes the tool's own reports, of every kind, from other files: only they may be replaced, and only they are excluded from the checkout.</summary>
internal static partial class OwnReports
{
    private const int Head = 8 * 1024;

    /// <summary>Whether a file is a report of this tool, or empty as the report of a check without findings may be.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool Include(string file)
    {
        if (new FileInfo(file) is { Exists: false } or { LinkTarget: not null })
        {
            return false;
        }

        return Holds(file);
    }

    private static bool Holds(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new byte[Head];
        var length = stream.ReadAtLeast(head, Head, throwOnEndOfStream: false);
        return IsOne(Encoding.UTF8.GetString(head, 0, length).TrimStart('\uFEFF'), isWhole: length < Head);
    }

    /// <summary>Refuses to replace a file that is not a report of this tool.</summary>
    /// <param name="file">The file; it may not be there.</param>
    /// <param name="what">What it was named as: a report, or results.</param>
    /// <exception cref="MigrateBothException">78: it is something else. 2: it cannot be read.</exception>
    public static void ThrowIfForeign(string file, string what)
    {
        try
        {
            // Through a link, what it leads to would be read as a report later.
            if (File.Exists(file) && !Holds(file))
            {
                throw new MigrateBothException(
                    ExitCode.Configuration, "report-would-overwrite", $"The {what} would replace '{file}', which is not a report of {ToolName.Name}.", "Name another file, or remove this one yourself.");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(ExitCode.Incomplete, "report-not-written", $"'{file}' cannot be read to see whether it is a report: {exception.Message}", "Name a file that can be written to.", exception);
        }
    }

    private static bool IsOne(string head, bool isWhole) =>
        head.Length == 0
        || (head[0] == '{' && (Json().IsMatch(head) || Results().IsMatch(head) || Sarif().IsMatch(head)))
        || (head.StartsWith("<?xml", StringComparison.Ordinal) && Xml().IsMatch(head))
        || (head.StartsWith("<!DOCTYPE html>", StringComparison.Ordinal) && head.Contains("<title>migrate-both</title>", StringComparison.Ordinal))
        || Markdown().IsMatch(head)
        || IsLines(head, isWhole, Annotation())
        || IsLines(head, isWhole, Canonical());

    /// <summary>Whether every line is one of a kind; the last one may be cut.</summary>
    private static bool IsLines(string head, bool isWhole, Regex line)
    {
        var lines = head.Split('\n');
        var whole = isWhole ? lines.Where(text => text.Length > 0).ToList() : [.. lines.SkipLast(1)];
        return whole.Count > 0 && whole.TrueForAll(line.IsMatch);
    }

    [GeneratedRegex("""^\{\s*"schemaVersion":\s*\d+,\s*"tool":\s*\{\s*"name":\s*"migrate-both",""", RegexOptions.CultureInvariant)]
    private static partial Regex Json();

    [GeneratedRegex("""^\{"schemaVersion":\d+,"toolVersion":"[^"]*","shard":\{""", RegexOptions.CultureInvariant)]
    private static partial Regex Results();

    [GeneratedRegex("""^\{\s*"\$schema":\s*"[^"]*sarif[^"]*",\s*"version":\s*"2\.1\.0",\s*"runs":\s*\[\s*\{\s*"tool":\s*\{\s*"driver":\s*\{\s*"name":\s*"migrate-both",""", RegexOptions.CultureInvariant)]
    private static partial Regex Sarif();

    [GeneratedRegex("""^<\?xml[^>]*\?>\s*<(?:testsuites name="migrate-both |TestRun id="[^"]*" name="migrate-both )""", RegexOptions.CultureInvariant)]
    private static partial Regex Xml();

    [GeneratedRegex(@"^## \S+ migrate-both [a-z]+(?: \(.*\))?: [a-z]+\n", RegexOptions.CultureInvariant)]
    private static partial Regex Markdown();

    [GeneratedRegex("^::(?:error|warning|notice) (?:file=[^,]*,(?:line=[0-9]+,)?)?title=", RegexOptions.CultureInvariant)]
    private static partial Regex Annotation();

    [GeneratedRegex(@"^.+(?:\([0-9]+\):| :) (?:error|warning|info) (?:MB[0-9]{3}|[a-z]+(?:-[a-z]+)*): ", RegexOptions.CultureInvariant)]
    private static partial Regex Canonical();
}
