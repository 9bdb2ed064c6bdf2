using System.Xml;
using System.Xml.Linq;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Sources;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Reads a project file, what Directory.Build.props and Directory.Packages.props add to it, and its sources.</summary>
internal static class ProjectReader
{
    /// <summary>Reads.</summary>
    /// <exception cref="MigrateBothException">78: a file is not XML or cannot be read.</exception>
    public static ProjectFacts Read(string file)
    {
        var directory = Path.GetDirectoryName(file)!;
        var own = Load(file);
        List<XDocument> all = [own, .. Upward(directory, "Directory.Build.props")];
        var central = Upward(directory, "Directory.Packages.props");
        var properties = new ProjectProperties([own, .. all.Skip(1), .. central]);
        var isCSharp = file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);
        var sources = isCSharp ? SourceFolders.CSharpFiles(directory).AsParallel().AsOrdered().Select(CSharpFile.Read).ToList() : [];
        return new ProjectFacts
        {
            File = file,
            IsExecutable = IsExecutable(own, properties),
            Packages = Packages(all, central, properties),
            References = [.. Items([own], "ProjectReference").Select(item => (string?)item.Attribute("Include")).OfType<string>()
                .Select(path => Path.GetFullPath(path.Replace('\\', Path.DirectorySeparatorChar), directory))],
            AssemblyName = properties["AssemblyName"] is { Length: > 0 } assembly ? assembly : Path.GetFileNameWithoutExtension(file),
            Frameworks = [.. (properties["TargetFrameworks"] ?? properties["TargetFramework"] ?? string.Empty)
                .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Sources = sources,
            GlobalUsings = [.. sources.SelectMany(source => source.Root.Usings).Where(line => line.GlobalKeyword.ValueText.Length > 0 && line.Alias is null).Select(line => line.NamespaceOrType.ToString())
                .Concat(Items(all, "Using").Select(item => (string?)item.Attribute("Include")).OfType<string>())],
            Classes = SourceReader.Joined(sources.SelectMany(source => SourceReader.Classes(file, source))),
            Uses = [.. sources.SelectMany(source => SourceReader.Uses(file, source))],
            Migrations = [.. sources.Select(source => SourceReader.Migration(file, FolderOf(source, directory), source)).OfType<MigrationFacts>()],
            IsOrchestrator = Sdk(own).StartsWith("Aspire.AppHost.Sdk", StringComparison.OrdinalIgnoreCase)
                || Items([own], "Sdk").Any(sdk => ((string?)sdk.Attribute("Name"))?.Equals("Aspire.AppHost.Sdk", StringComparison.OrdinalIgnoreCase) == true)
                || "true".Equals(properties["IsAspireHost"], StringComparison.OrdinalIgnoreCase),
        };
    }

    private static bool IsExecutable(XDocument own, ProjectProperties properties)
    {
        var sdk = Sdk(own);
        return properties["OutputType"] is { } type
            ? type.EndsWith("Exe", StringComparison.OrdinalIgnoreCase)
            : sdk.StartsWith("Microsoft.NET.Sdk.Web", StringComparison.OrdinalIgnoreCase) || sdk.StartsWith("Microsoft.NET.Sdk.Worker", StringComparison.OrdinalIgnoreCase);
    }

    private static Dictionary<string, string?> Packages(IEnumerable<XDocument> documents, IReadOnlyList<XDocument> central, ProjectProperties properties)
    {
        var packages = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in Items(documents, "PackageReference"))
        {
            if ((string?)item.Attribute("Include") is { } name)
            {
                packages[name] = properties.Expand(Value(item, "VersionOverride") ?? Value(item, "Version") ?? CentralVersion(central, name));
            }
        }

        return packages;
    }

    private static string? CentralVersion(IEnumerable<XDocument> central, string name) =>
        Items(central, "PackageVersion").FirstOrDefault(item => name.Equals((string?)item.Attribute("Include"), StringComparison.OrdinalIgnoreCase)) is { } item
            ? Value(item, "Version")
            : null;

    private static string? Value(XElement item, string name) =>
        (string?)item.Attribute(name) ?? item.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    private static IEnumerable<XElement> Items(IEnumerable<XDocument> documents, string name) =>
        documents.SelectMany(document => document.Descendants()).Where(element => element.Name.LocalName == name);

    /// <summary>The nearest file of that name upward, as MSBuild imports it.</summary>
    private static IReadOnlyList<XDocument> Upward(string directory, string name)
    {
        for (var folder = directory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, name) is var path && File.Exists(path))
            {
                return [Load(path)];
            }
        }

        return [];
    }

    private static string FolderOf(CSharpFile source, string directory) => Path.GetRelativePath(directory, Path.GetDirectoryName(source.Path)!).Replace('\\', '/');

    private static string Sdk(XDocument own) => (string?)own.Root?.Attribute("Sdk") ?? string.Empty;

    private static XDocument Load(string path)
    {
        try
        {
            return XDocument.Load(path);
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(
                ExitCode.Configuration, "project-not-readable", $"'{path}' cannot be read as a project: {exception.Message}", "Repair the file and run init again.", exception);
        }
    }
}
