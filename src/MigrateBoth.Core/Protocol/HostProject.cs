namespace MigrateBoth.Core.Protocol;

/// <summary>A built project as the host sees it.</summary>
/// <param name="File">The project file.</param>
/// <param name="AssemblyPath">The built assembly.</param>
/// <param name="RootNamespace">The namespace new files get.</param>
/// <param name="Language">The language, such as <c>C#</c>.</param>
/// <param name="Nullable">Whether nullable annotations are on.</param>
public sealed record HostProject(string File, string AssemblyPath, string RootNamespace, string Language, bool Nullable)
{
    /// <summary>The folder of the project file.</summary>
    public string Directory => Path.GetDirectoryName(File)!;

    /// <summary>The simple name of the assembly.</summary>
    public string AssemblyName => Path.GetFileNameWithoutExtension(AssemblyPath);
}
