namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The folders below one that may hold a project's sources.</summary>
internal static class SourceFolders
{
    private static readonly string[] Outputs = ["bin", "obj", "node_modules", "artifacts"];

    // A folder that is a link may lead back to where the search came from.
    private static readonly EnumerationOptions Options =
        new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };

    /// <summary>One level down: without hidden ones and build output.</summary>
    public static IEnumerable<string> Within(string directory) =>
        Directory.EnumerateDirectories(directory, "*", Options)
            .Where(path => Path.GetFileName(path) is var name && name[0] != '.' && !Outputs.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    /// <summary>The C# files of a project: those below its folder that are in no other project's.</summary>
    public static IEnumerable<string> CSharpFiles(string directory) =>
        Directory.EnumerateFiles(directory, "*.cs", Options).Order(StringComparer.Ordinal)
            .Concat(Within(directory).Where(folder => !Directory.EnumerateFiles(folder, "*.csproj", Options).Any()).SelectMany(CSharpFiles));
}
