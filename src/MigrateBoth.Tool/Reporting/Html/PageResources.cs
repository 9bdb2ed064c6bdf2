namespace MigrateBoth.Tool.Reporting.Html;

/// <summary>The files of the page, which are built into this assembly.</summary>
internal static class PageResources
{
    private const string Folder = "report-page/";

    /// <summary>The text of one file. Line ends are what a browser makes of them: hashes are taken over this very text.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(PageResources).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The assembly was built without {Folder}{name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
