namespace MigrateBoth.Tool.Projects;

/// <summary>Caches MSBuild's last output for a start-up project in its <c>obj</c> folder, so that work can start before MSBuild has run again.</summary>
internal sealed class LastOutput(string projectFile, BuildSettings settings)
{
    private const string FileName = "migrateboth.output.txt";

    private readonly string _file = Path.Combine(Path.GetDirectoryName(projectFile)!, "obj", FileName);

    private string Key => $"{settings.Configuration}|{settings.Framework}";

    /// <summary>
    /// What a build with these settings made last; null when that is not known, or when packages may have changed since: their files must
    /// not be in use while a build replaces them.
    /// </summary>
    public ProjectOutput? Read()
    {
        try
        {
            return File.Exists(_file)
                && new RestoreStamp(projectFile, settings).IsCurrent()
                && File.ReadAllLines(_file) is [var key, var assembly, var name, var rootNamespace, var framework, var nullable, var language]
                && key == Key
                    ? new ProjectOutput(projectFile, assembly, name, rootNamespace, framework, nullable, language)
                    : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // Only the head start is lost.
        }
    }

    /// <summary>Stores the output for later runs.</summary>
    public void Write(ProjectOutput output)
    {
        try
        {
            File.WriteAllLines(
                _file, [Key, output.AssemblyPath, output.AssemblyName, output.RootNamespace, output.TargetFramework, output.Nullable, output.Language]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next command starts its host after the build.
        }
    }
}
