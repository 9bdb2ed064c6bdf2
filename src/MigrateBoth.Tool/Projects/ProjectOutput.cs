namespace MigrateBoth.Tool.Projects;

/// <summary>What MSBuild says of one project. Paths are absolute.</summary>
/// <param name="ProjectFile">The project file.</param>
/// <param name="AssemblyPath">The built assembly (<c>TargetPath</c>).</param>
/// <param name="AssemblyName">Its simple name.</param>
/// <param name="RootNamespace">The root namespace new files get.</param>
/// <param name="TargetFramework">The framework that was built, such as <c>net9.0</c>.</param>
/// <param name="Nullable">The project's <c>Nullable</c> setting, or empty.</param>
/// <param name="Language">The project's language, <c>C#</c>.</param>
internal sealed record ProjectOutput(
    string ProjectFile,
    string AssemblyPath,
    string AssemblyName,
    string RootNamespace,
    string TargetFramework,
    string Nullable,
    string Language)
{
    /// <summary>What else MSBuild was asked, by property.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder of the project file.</summary>
    public string Directory => Path.GetDirectoryName(ProjectFile)!;
}
