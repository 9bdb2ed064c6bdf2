using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>What one project's files say is part of it.</summary>
/// <param name="project">The absolute project file.</param>
internal sealed partial class ProjectParts(string project)
{
    private static readonly string[] CompiledItems = ["Compile", "EmbeddedResource", "Content", "AdditionalFiles"];

    private readonly HashSet<string> _included = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _references = new(StringComparer.Ordinal);

    /// <summary>The project's folder.</summary>
    public string Folder { get; } = Path.GetDirectoryName(project)!;

    /// <summary>The projects it refers to.</summary>
    public IReadOnlyCollection<string> References => _references;

    /// <summary>Whether a path holds something that only MSBuild can tell.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Reads one of the project's files.</summary>
    /// <param name="file">The project itself, or what it imports or inherits.</param>
    /// <param name="content">What is in it.</param>
    public void Read(string file, XDocument content)
    {
        foreach (var item in content.Descendants().Where(element => element.Parent?.Name.LocalName == "ItemGroup"))
        {
            switch (item.Name.LocalName)
            {
                case "ProjectReference":
                    AddAll(item, file, ["Include"], path =>
                    {
                        IsOpen |= path.Contains('*', StringComparison.Ordinal);
                        if (Path.GetFullPath(path, Folder) is var reference && File.Exists(reference))
                        {
                            _references.Add(reference);
                        }
                    });
                    break;
                case "Reference":
                    // A library that is committed as a file.
                    AddText(item.Elements().FirstOrDefault(element => element.Name.LocalName == "HintPath")?.Value, file, path => _included.Add(path));
                    break;
                case var kind when CompiledItems.Contains(kind) || (kind == "None" && IsCopied(item)):
                    AddAll(item, file, ["Include", "Update"], path => _included.Add(path));
                    if (kind == "Compile" && file == project && !item.AncestorsAndSelf().Any(element => element.Attribute("Condition") is not null))
                    {
                        AddAll(item, file, ["Remove"], path => _removed.Add(path));
                    }

                    break;
            }
        }
    }

    /// <summary>The sources: what the SDK takes by itself but for what is removed, and what is mentioned.</summary>
    public IEnumerable<string> Sources()
    {
        List<Regex> removed = [.. _removed.Select(pattern => GlobPattern.Compile(Path.GetRelativePath(Folder, Path.GetFullPath(pattern, Folder)).Replace('\\', '/')))];
        return SourceFiles.Under(Folder)
            .Where(file => !(file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && removed.Exists(pattern => pattern.IsMatch(Path.GetRelativePath(Folder, file).Replace('\\', '/')))))
            .Concat(_included.SelectMany(pattern => SourceFiles.Matching(Folder, pattern)));
    }

    /// <summary>What is only packed or shown in an IDE decides nothing.</summary>
    private static bool IsCopied(XElement item) =>
        item.Attribute("CopyToOutputDirectory") is not null || item.Elements().Any(element => element.Name.LocalName == "CopyToOutputDirectory");

    private void AddAll(XElement item, string file, IEnumerable<string> attributes, Action<string> add)
    {
        foreach (var attribute in attributes)
        {
            AddText(item.Attribute(attribute)?.Value, file, add);
        }
    }

    private void AddText(string? text, string file, Action<string> add)
    {
        foreach (var value in (text ?? string.Empty).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var path = ThisFile().Replace(value, _ => Path.GetDirectoryName(file) + "/");
            path = ThisProject().Replace(path, _ => Folder + "/").Replace('\\', '/');
            if (NotLiteral().IsMatch(path))
            {
                IsOpen = true;
            }
            else
            {
                add(path);
            }
        }
    }

    [GeneratedRegex(@"\$\(|@\(|%\(", RegexOptions.CultureInvariant)]
    private static partial Regex NotLiteral();

    [GeneratedRegex(@"\$\(MSBuildThisFileDirectory\)[/\\]?", RegexOptions.CultureInvariant)]
    private static partial Regex ThisFile();

    [GeneratedRegex(@"\$\((MSBuildProjectDirectory|ProjectDir)\)[/\\]?", RegexOptions.CultureInvariant)]
    private static partial Regex ThisProject();
}
