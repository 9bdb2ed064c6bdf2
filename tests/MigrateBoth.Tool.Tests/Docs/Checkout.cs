namespace MigrateBoth.Tool.Tests.Docs;

/// <summary>The checkout that the tests run from, and its pages.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>Every page that a user reads: the README, docs, the READMEs of the packages, and the workflows that docs hand out.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        Path.Combine(Root, "README.md"),
        .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
        .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
        .. Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(project => Path.Combine(project, "README.md")).Where(File.Exists).Order(StringComparer.Ordinal),
    ];

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "MigrateBoth.sln")))
        {
            directory = directory.Parent;
        }

        return directory.FullName;
    }
}
