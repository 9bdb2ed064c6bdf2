using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Providers;
using MigrateBoth.Tool.Sources;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Reads a project file, what Directory.Build.props and Directory.Packages.props add to it, and its sources.</summary>
internal static class ProjectReader
{
    /// <summary>Reads a project file and its sources.</summary>
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

/// <summary>The packages that say what a project works with.</summary>
internal static class ProjectPackages
{
    /// <summary>With it the project's tests run on both engines.</summary>
    public const string Testing = "MigrateBoth.Testing";

    /// <summary>With it one assembly holds both providers' migrations.</summary>
    public const string Runtime = "MigrateBoth.EntityFrameworkCore";

    public static bool IsRuntime(string package) => package.Equals(Runtime, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a project needs so that EF Core's tools, and this one, can run it.</summary>
    public static bool IsDesign(string package) => package.Equals("Microsoft.EntityFrameworkCore.Design", StringComparison.OrdinalIgnoreCase);

    public static bool IsEfCore(string package) =>
        package.Equals("Microsoft.EntityFrameworkCore", StringComparison.OrdinalIgnoreCase)
        || package.Equals("Microsoft.EntityFrameworkCore.Relational", StringComparison.OrdinalIgnoreCase)
        || package.Equals("Microsoft.EntityFrameworkCore.Design", StringComparison.OrdinalIgnoreCase)
        || IsSqliteProvider(package);

    public static bool IsSqliteProvider(string package) =>
        package.Equals("Microsoft.EntityFrameworkCore.Sqlite", StringComparison.OrdinalIgnoreCase)
        || package.Equals("Microsoft.EntityFrameworkCore.Sqlite.Core", StringComparison.OrdinalIgnoreCase);

    /// <summary>A provider that is known, or a package that is called as one.</summary>
    public static bool IsMySqlProvider(string package) =>
        MySqlProviders.Named(package) is not null
        || (package.EndsWith(".EntityFrameworkCore.MySql", StringComparison.OrdinalIgnoreCase) && !MySqlProviders.Refused.ContainsKey(package));
}

/// <summary>Properties as they are written, nearest file first; conditions are not evaluated.</summary>
internal sealed partial class ProjectProperties(IReadOnlyList<XDocument> documents)
{
    /// <summary>A property's text with the properties in it replaced, or null.</summary>
    public string? this[string name] => Expand(Written(name));

    /// <summary>A text with its properties replaced; null when one of them is not specified.</summary>
    public string? Expand(string? text)
    {
        // One level is what version properties have; more would need MSBuild.
        var expanded = text is null ? null : Reference().Replace(text, match => Written(match.Groups["name"].Value) ?? match.Value);
        return expanded is null || expanded.Contains("$(", StringComparison.Ordinal) ? null : expanded;
    }

    private string? Written(string name) =>
        documents.SelectMany(document => document.Descendants())
            .FirstOrDefault(element => element.Name.LocalName == name && element.Parent?.Name.LocalName == "PropertyGroup")?.Value;

    [GeneratedRegex("""\$\((?<name>\w+)\)""")]
    private static partial Regex Reference();
}

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
