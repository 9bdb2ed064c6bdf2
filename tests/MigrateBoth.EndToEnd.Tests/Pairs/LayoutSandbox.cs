using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Pairs;

/// <summary>A copy of a layout's sample whose model has changed since its last migration.</summary>
internal static class LayoutSandbox
{
    /// <summary>Adds a column and drops one.</summary>
    public static Sandbox WithChangedModel(InstalledTool tool, string layout)
    {
        var sandbox = Sandbox.OfSample(tool, Path.Combine("layouts", layout));
        var note = Directory.GetFiles(sandbox.Root, "Note.cs", SearchOption.AllDirectories).Single();
        var text = File.ReadAllText(note)
            .Replace("public string? Body { get; set; }", "public int Priority { get; set; }", StringComparison.Ordinal);
        File.WriteAllText(note, text);
        return sandbox;
    }

    /// <summary>Every migration file with its bytes; the id of a new migration reads <c>ID</c>.</summary>
    public static SortedDictionary<string, string> Migrations(Sandbox sandbox, string? newName = null)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(sandbox.Root, "*.cs", SearchOption.AllDirectories).Where(IsMigration))
        {
            var name = Path.GetRelativePath(sandbox.Root, file);
            var content = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file));
            var id = Path.GetFileName(file).Split('.')[0];
            if (newName is not null && id.EndsWith("_" + newName, StringComparison.Ordinal))
            {
                name = name.Replace(id, "ID", StringComparison.Ordinal);
                content = content.Replace(id, "ID", StringComparison.Ordinal);
            }

            files.Add(name, content);
        }

        return files;
    }

    /// <summary>Whatever a run left beside the files of a pair.</summary>
    public static IReadOnlyList<string> Leftovers(Sandbox sandbox) =>
        [.. Directory.EnumerateFiles(sandbox.Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(file => Path.GetFileName(file).Contains("migrateboth-", StringComparison.Ordinal))];

    private static bool IsMigration(string file)
    {
        var parts = file.Split(Path.DirectorySeparatorChar);
        return !parts.Contains("obj") && !parts.Contains("bin") && parts.Contains("Migrations");
    }
}
