using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using MigrateBoth.Core.Reports;

namespace MigrateBoth.Tool.Reporting.Html;

/// <summary>One page that needs nothing but a browser.</summary>
internal sealed class HtmlReportFile : IReportFileFormat
{
    public string Kind => "html";

    public string Render(CheckReport report, long room = long.MaxValue) => HtmlPage.Render(report);
}

/// <summary>
/// Puts the page together: markup, style and script are files of their own in this assembly, the report is a block of JSON. The page's policy forbids
/// every request, and allows the one style and the one script by their hashes: nothing that a name smuggled in could run.
/// </summary>
internal static class HtmlPage
{
    // In the order in which they need each other.
    private static readonly string[] Scripts =
        ["dom.js", "report.js", "overview.js", "roundtrip.js", "findings.js", "schema.js", "diagram-layout.js", "diagram.js", "behaviour.js", "tests.js", "shell.js"];

    private static readonly Lazy<string> Style = new(() => PageResources.Read("page.css"));

    private static readonly Lazy<string> Script = new(() =>
        "\"use strict\";\n" + string.Concat(Scripts.Select(name => $"// {name}\n(() => {{\n{PageResources.Read(name)}}})();\n")));

    // The library that lays out the diagram is larger than all the rest: it goes in packed, and is unpacked by a reader who opens the diagram.
    private static readonly Lazy<(string Hash, string Packed)> Layout = new(() => Pack(PageResources.Read("elk.bundled.js")));

    /// <summary>The whole page.</summary>
    public static string Render(CheckReport report)
    {
        var hasDiagram = report.Schemas is not null;
        var scripts = $"'{HashOf(Script.Value)}'{(hasDiagram ? $" '{Layout.Value.Hash}'" : string.Empty)}";
        var policy = $"default-src 'none'; style-src '{HashOf(Style.Value)}'; script-src {scripts}; base-uri 'none'; form-action 'none'";

        // The markup is ours and holds each mark once; what is put in is not searched again.
        var parts = PageResources.Read("page.html").Split("<!--@-->");
        return string.Concat(
            parts[0], $"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">",
            parts[1], $"<style>{Style.Value}</style>",
            parts[2], hasDiagram ? $"<script type=\"application/octet-stream\" id=\"elk\">{Layout.Value.Packed}</script>\n" : string.Empty, $"<script type=\"application/json\" id=\"report\">{HtmlData.Render(report)}</script>\n<script>{Script.Value}</script>",
            parts[3]);
    }

    private static (string Hash, string Packed) Pack(string text)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return (HashOf(text), Convert.ToBase64String(buffer.ToArray()));
    }

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}

/// <summary>The files of the page, which are built into this assembly.</summary>
internal static class PageResources
{
    private const string Folder = "report-page/";

    /// <summary>The text of one file. Line ends are normalized as a browser does it, because hashes are computed over this text.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(PageResources).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The assembly was built without {Folder}{name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
