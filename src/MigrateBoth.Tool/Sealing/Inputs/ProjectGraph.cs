using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>
/// Projects and all that they refer to, read from their files alone: no build, no restore, no SDK. Conditions are not evaluated: what might count
/// counts.
/// </summary>
internal sealed partial class ProjectGraph
{
    private static readonly string[] InheritedFiles = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json"];

    private static readonly string[] CompiledItems = ["Compile", "EmbeddedResource", "Content", "AdditionalFiles"];

    private static readonly string[] NamingAttributes = ["Include", "Update"];

    private readonly Dictionary<string, HashSet<string>> _patterns = new(StringComparer.Ordinal);

    private ProjectGraph()
    {
    }

    /// <summary>The folders of the projects.</summary>
    public IReadOnlyCollection<string> Folders => _patterns.Keys;

    /// <summary>The files that decide how the projects are built.</summary>
    public HashSet<string> BuildFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a path holds something that only MSBuild can tell, so that it could lead anywhere.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>What projects mention as part of them, as patterns, by the folder of the project.</summary>
    public IEnumerable<(string Folder, string Pattern)> Patterns => _patterns.SelectMany(folder => folder.Value.Select(pattern => (folder.Key, pattern)));

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

    private List<string> Add(string project, string top)
    {
        var folder = Path.GetDirectoryName(project)!;
        var patterns = _patterns.TryGetValue(folder, out var known) ? known : _patterns[folder] = new HashSet<string>(StringComparer.Ordinal);
        List<string> own = [project, .. Inherited(folder, top)];
        var followed = ProjectImports.Follow(own);
        IsOpen |= followed is null;
        var references = new List<string>();
        foreach (var file in followed is null ? own : followed.Keys.Where(File.Exists))
        {
            BuildFiles.Add(file);
            if (Path.GetExtension(file) is not ".json")
            {
                Read(XDocument.Load(file), folder, patterns, references);
            }
        }

        return references;
    }

    private void Read(XDocument file, string folder, HashSet<string> patterns, List<string> references)
    {
        foreach (var item in file.Descendants().Where(element => element.Parent?.Name.LocalName == "ItemGroup"))
        {
            var kind = item.Name.LocalName;
            var isPart = CompiledItems.Contains(kind) || (kind == "None" && IsCopied(item));
            if (kind != "ProjectReference" && !isPart)
            {
                continue;
            }

            foreach (var value in Values(item))
            {
                if (NotLiteral().IsMatch(value) || (kind == "ProjectReference" && value.Contains('*', StringComparison.Ordinal)))
                {
                    IsOpen = true;
                }
                else if (isPart)
                {
                    patterns.Add(value);
                }
                else if (Path.GetFullPath(value, folder) is var reference && File.Exists(reference))
                {
                    references.Add(reference);
                }
            }
        }
    }

    /// <summary>What is only packed or shown in an IDE decides nothing.</summary>
    private static bool IsCopied(XElement item) =>
        item.Attribute("CopyToOutputDirectory") is not null || item.Elements().Any(element => element.Name.LocalName == "CopyToOutputDirectory");

    private static IEnumerable<string> Values(XElement item) =>
        from name in NamingAttributes
        from value in (item.Attribute(name)?.Value ?? string.Empty).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select ThisFolder().Replace(value, string.Empty).Replace('\\', '/');

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

    [GeneratedRegex(@"\$\(|@\(|%\(", RegexOptions.CultureInvariant)]
    private static partial Regex NotLiteral();

    [GeneratedRegex(@"\$\((MSBuildThisFileDirectory|MSBuildProjectDirectory)\)[/\\]?", RegexOptions.CultureInvariant)]
    private static partial Regex ThisFolder();
}
