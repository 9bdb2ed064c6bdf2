using System.Security;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>A project file with the files that MSBuild reads with it, as far as their paths say where they lead.</summary>
/// <param name="Own">The project file.</param>
/// <param name="All">It, what it imports, Directory.Build.props and Directory.Build.targets with what they import, the nearest first.</param>
/// <param name="Central">Directory.Packages.props with what it imports.</param>
/// <param name="Properties">The properties of all of them.</param>
internal sealed partial record ProjectDocuments(XDocument Own, IReadOnlyList<XDocument> All, IReadOnlyList<XDocument> Central, ProjectProperties Properties)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="MigrateBothException">78: a file is not XML or cannot be read.</exception>
    public static ProjectDocuments Read(string file)
    {
        var directory = Path.GetDirectoryName(file)!;
        var (props, central) = (Nearest(directory, "Directory.Build.props"), Nearest(directory, "Directory.Packages.props"));
        var (own, name) = (Load(file), Path.GetFileNameWithoutExtension(file));

        // What a project imports may be named by a property of Directory.Build.props, which MSBuild reads before.
        var inherited = Follow(props, [], name);
        List<XDocument> all = [own, .. Imports(own, new ProjectProperties([own, .. inherited], name)).SelectMany(import => Follow(import, inherited, name)), .. inherited];
        all.AddRange(Follow(Nearest(directory, "Directory.Build.targets"), all, name));
        var versions = Follow(central, all, name);
        return new ProjectDocuments(own, all, versions, new ProjectProperties([.. all, .. versions], name));
    }

    /// <summary>The items of a name, in whichever of the files.</summary>
    public IEnumerable<XElement> Items(string name) => Named(All, name).Where(Properties.Counts);

    /// <summary>The items of a name in Directory.Packages.props.</summary>
    public IEnumerable<XElement> CentralItems(string name) => Named(Central, name).Where(Properties.Counts);

    /// <summary>The elements of a name.</summary>
    public static IEnumerable<XElement> Named(IEnumerable<XDocument> documents, string name) =>
        documents.SelectMany(document => document.Descendants()).Where(element => element.Name.LocalName == name);

    /// <summary>The paths that items of a name include, absolute; those that only MSBuild could tell are left out.</summary>
    public IEnumerable<string> Paths(string name, string directory) =>
        Items(name).Select(item => Properties.Expand((string?)item.Attribute("Include"))).OfType<string>()
            .SelectMany(list => list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(path => Path.GetFullPath(path.Replace('\\', Path.DirectorySeparatorChar), directory));

    private static List<XDocument> Follow(string? first, IReadOnlyList<XDocument> known, string project)
    {
        var read = new Dictionary<string, XDocument>(StringComparer.Ordinal);
        var waiting = new Queue<string>(first is null ? [] : [first]);
        while (waiting.TryDequeue(out var file))
        {
            if (!read.ContainsKey(file))
            {
                read[file] = Load(file);
                Imports(read[file], new ProjectProperties([.. read.Values, .. known], project)).ToList().ForEach(waiting.Enqueue);
            }
        }

        return [.. read.Values];
    }

    /// <summary>The files that one imports. Those of an SDK are not the application's.</summary>
    private static IEnumerable<string> Imports(XDocument document, ProjectProperties properties) =>
        Named([document], "Import").Where(import => import.Attribute("Sdk") is null)
            .Select(import => properties.Expand(Above((string?)import.Attribute("Project")))).OfType<string>()
            .Where(path => path.Length > 0 && path.IndexOfAny(['*', '$']) < 0)
            .Select(path => Path.GetFullPath(path.Replace('\\', Path.DirectorySeparatorChar), Path.GetDirectoryName(new Uri(document.BaseUri).LocalPath)!))
            .Where(File.Exists);

    /// <summary>Replaces the functions by which a file finds the one above it.</summary>
    private static string? Above(string? path) => path is null ? null : FileAbove().Replace(
        FolderAbove().Replace(path, match => Nearest(Full(match.Groups["start"].Value), match.Groups["name"].Value) is { } found ? Path.GetDirectoryName(found)! : match.Value),
        match => match.Groups["start"].Success ? Nearest(Full(match.Groups["start"].Value), match.Groups["name"].Value) ?? string.Empty : match.Value);

    private static string Full(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Replace('\\', Path.DirectorySeparatorChar)));

    /// <summary>The nearest file of that name upward.</summary>
    private static string? Nearest(string directory, string name)
    {
        for (var folder = directory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, name) is var path && File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private static XDocument Load(string path)
    {
        try
        {
            // Replaced here, where it is known which file it is about.
            var text = File.ReadAllText(path).Replace("$(MSBuildThisFileDirectory)", SecurityElement.Escape(Path.GetDirectoryName(path) + Path.DirectorySeparatorChar), StringComparison.OrdinalIgnoreCase);
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore }, new Uri(path).AbsoluteUri);
            return XDocument.Load(reader, LoadOptions.SetBaseUri);
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(
                ExitCode.Configuration, "project-not-readable", $"'{path}' cannot be read as a project: {exception.Message}", "Repair the file and run init again.", exception);
        }
    }

    [GeneratedRegex("""\$\(\[MSBuild\]::GetPathOfFileAbove\(\s*['"]?(?<name>[^'",)]+?)['"]?\s*(,\s*['"]?(?<start>[^'")]+?)['"]?\s*)?\)\)""")]
    private static partial Regex FileAbove();

    [GeneratedRegex("""\$\(\[MSBuild\]::GetDirectoryNameOfFileAbove\(\s*['"]?(?<start>[^'",)]+?)['"]?\s*,\s*['"]?(?<name>[^'")]+?)['"]?\s*\)\)""")]
    private static partial Regex FolderAbove();
}
