using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The projects that a folder is about: those of its solution, else those at or below it.</summary>
internal static partial class SolutionProjects
{
    private static readonly EnumerationOptions OneLevel = new() { IgnoreInaccessible = true };

    /// <summary>Absolute project files, sorted.</summary>
    /// <exception cref="MigrateBothException">78: none, or a solution that cannot be read.</exception>
    public static IReadOnlyList<string> Find(string directory)
    {
        var solutions = Directory.EnumerateFiles(directory, "*.sln", OneLevel).Concat(Directory.EnumerateFiles(directory, "*.slnx", OneLevel))
            .Where(file => Path.GetExtension(file) is ".sln" or ".slnx").ToList();
        var projects = solutions.Count > 0 ? solutions.SelectMany(Read).Where(File.Exists) : Below(directory);
        List<string> found = [.. projects.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return found.Count > 0 ? found : throw new MigrateBothException(
            ExitCode.Configuration,
            "project-not-found",
            $"There is no project (.csproj, .fsproj) in '{directory}' or below it{(solutions.Count > 0 ? $", by {string.Join(", ", solutions.Select(Path.GetFileName))}" : string.Empty)}.",
            "Run init in the folder of the solution or of the project, or name the project with --project PATH.");
    }

    /// <summary>Whether a file is a project whose contexts can be found: its sources are read, or it is built.</summary>
    public static bool IsProject(string path) => ProjectFinder.IsProject(path);

    private static IEnumerable<string> Read(string solution)
    {
        var paths = Path.GetExtension(solution) == ".sln"
            ? ProjectLine().Matches(File.ReadAllText(solution)).Select(match => match.Groups["path"].Value)
            : Xml(solution).Descendants("Project").Select(project => (string?)project.Attribute("Path")).OfType<string>();
        return [.. paths
            .Where(IsProject)
            .Select(path => Path.GetFullPath(path.Replace('\\', Path.DirectorySeparatorChar), Path.GetDirectoryName(solution)!))];
    }

    private static XDocument Xml(string solution)
    {
        try
        {
            return XDocument.Load(solution);
        }
        catch (XmlException exception)
        {
            throw new MigrateBothException(
                ExitCode.Configuration, "solution-not-readable", $"'{solution}' is not a solution: {exception.Message}", "Repair the file, or name the project with --project PATH.", exception);
        }
    }

    private static IEnumerable<string> Below(string directory)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*.*proj", OneLevel).Where(IsProject))
        {
            yield return file;
        }

        foreach (var file in SourceFolders.Within(directory).SelectMany(Below))
        {
            yield return file;
        }
    }

    [GeneratedRegex("""^Project\("[^"]*"\)\s*=\s*"[^"]*",\s*"(?<path>[^"]+)",""", RegexOptions.Multiline)]
    private static partial Regex ProjectLine();
}
