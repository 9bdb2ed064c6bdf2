using System.Xml;
using System.Xml.Linq;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>
/// Projects and all that they refer to, read from their files alone: no build, no restore, no SDK. Conditions are not evaluated: what might count
/// counts.
/// </summary>
internal sealed class ProjectGraph
{
    private static readonly string[] InheritedFiles = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json"];

    private readonly List<ProjectParts> _projects = [];

    private ProjectGraph()
    {
    }

    /// <summary>The files that decide how the projects are built.</summary>
    public HashSet<string> BuildFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>The folders of the projects.</summary>
    public IEnumerable<string> Folders => _projects.Select(project => project.Folder).Distinct(StringComparer.Ordinal);

    /// <summary>Whether a path holds something that only MSBuild can tell, so that it could lead anywhere.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>All that is part of any of the projects.</summary>
    public IEnumerable<string> Sources => _projects.SelectMany(project => project.Sources());

    /// <summary>Follows the references of projects.</summary>
    /// <param name="projects">Absolute project files.</param>
    /// <param name="top">The folder above which no file is inherited.</param>
    /// <exception cref="XmlException">A project file is not XML.</exception>
    public static ProjectGraph Follow(IEnumerable<string> projects, string top)
    {
        var graph = new ProjectGraph();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = new Queue<string>(projects);
        while (left.TryDequeue(out var project))
        {
            if (seen.Add(project))
            {
                foreach (var reference in graph.Add(project, top))
                {
                    left.Enqueue(reference);
                }
            }
        }

        return graph;
    }

    private IReadOnlyCollection<string> Add(string project, string top)
    {
        var folder = Path.GetDirectoryName(project)!;
        List<string> own = [project, .. Inherited(folder, top)];
        var followed = ProjectImports.Follow(own);
        var parts = new ProjectParts(project);
        foreach (var file in followed is null ? own : followed.Keys.Where(File.Exists))
        {
            BuildFiles.Add(file);
            if (Path.GetExtension(file) is not ".json")
            {
                parts.Read(file, XDocument.Load(file));
            }
        }

        _projects.Add(parts);
        IsOpen |= followed is null || parts.IsOpen;
        return parts.References;
    }

    private static IEnumerable<string> Inherited(string folder, string top)
    {
        var packages = Path.Combine(folder, "packages.lock.json");
        if (File.Exists(packages))
        {
            yield return packages;
        }

        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.FullName == top ? null : directory.Parent)
        {
            foreach (var file in InheritedFiles.Select(name => Path.Combine(directory.FullName, name)).Where(File.Exists))
            {
                yield return file;
            }
        }
    }
}
