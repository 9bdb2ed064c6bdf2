using System.Xml.Linq;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Providers;
using MigrateBoth.Tool.Sources;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Reads a project file with what it imports and inherits, and its sources.</summary>
internal static class ProjectReader
{
    /// <summary>Reads a project file and its sources.</summary>
    /// <exception cref="MigrateBothException">78: a file is not XML or cannot be read.</exception>
    public static ProjectFacts Read(string file)
    {
        var directory = Path.GetDirectoryName(file)!;
        var documents = ProjectDocuments.Read(file);
        var properties = documents.Properties;
        var isCSharp = file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);
        var sources = isCSharp ? SourceFolders.CSharpFiles(directory).Concat(Linked(documents, directory)).Distinct(StringComparer.Ordinal).AsParallel().AsOrdered().Select(CSharpFile.Read).ToList() : [];
        return new ProjectFacts
        {
            File = file,
            IsExecutable = IsExecutable(documents.Own, properties),
            Packages = Packages(documents),
            PrivatePackages = documents.Items("PackageReference").Where(item => Value(item, "PrivateAssets")?.Contains("all", StringComparison.OrdinalIgnoreCase) == true)
                .Select(item => (string?)item.Attribute("Include")).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase),
            References = [.. documents.Paths("ProjectReference", directory).Distinct(StringComparer.Ordinal)],
            AssemblyName = properties["AssemblyName"] is { Length: > 0 } assembly ? assembly : Path.GetFileNameWithoutExtension(file),
            Frameworks = [.. (properties["TargetFrameworks"] ?? properties["TargetFramework"] ?? string.Empty)
                .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Sources = sources,
            GlobalUsings = [.. sources.SelectMany(source => source.Root.Usings).Where(line => line.GlobalKeyword.ValueText.Length > 0 && line.Alias is null).Select(line => line.NamespaceOrType.ToString())
                .Concat(documents.Items("Using").Select(item => (string?)item.Attribute("Include")).OfType<string>())],
            Classes = SourceReader.Joined(sources.SelectMany(source => SourceReader.Classes(file, source))),
            Uses = [.. sources.SelectMany(source => SourceReader.Uses(file, source))],
            Migrations = [.. sources.Select(source => SourceReader.Migration(file, FolderOf(source, directory), source)).OfType<MigrationFacts>()],
            IsOrchestrator = Sdks(documents.Own).Any(sdk => sdk.StartsWith("Aspire.AppHost.Sdk", StringComparison.OrdinalIgnoreCase))
                || "true".Equals(properties["IsAspireHost"], StringComparison.OrdinalIgnoreCase),
            HasCentralVersions = "true".Equals(properties["ManagePackageVersionsCentrally"], StringComparison.OrdinalIgnoreCase),
            IsTestProject = "true".Equals(properties["IsTestProject"], StringComparison.OrdinalIgnoreCase) || Sdks(documents.Own).Any(sdk => sdk.StartsWith("MSTest.Sdk", StringComparison.OrdinalIgnoreCase)),
        };
    }

    private static bool IsExecutable(XDocument own, ProjectProperties properties) => properties["OutputType"] is { } type
        ? type.EndsWith("Exe", StringComparison.OrdinalIgnoreCase)
        : Sdks(own).Any(sdk => sdk.StartsWith("Microsoft.NET.Sdk.Web", StringComparison.OrdinalIgnoreCase) || sdk.StartsWith("Microsoft.NET.Sdk.Worker", StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, string?> Packages(ProjectDocuments documents)
    {
        var packages = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in documents.Items("PackageReference").Concat(documents.CentralItems("GlobalPackageReference")))
        {
            if ((string?)item.Attribute("Include") is { } name)
            {
                packages[name] = documents.Properties.Expand(Value(item, "VersionOverride") ?? Value(item, "Version") ?? CentralVersion(documents, name));
            }
        }

        return packages;
    }

    /// <summary>Files of other folders that the project compiles.</summary>
    private static IEnumerable<string> Linked(ProjectDocuments documents, string directory) =>
        documents.Paths("Compile", directory).SelectMany(path => path.IndexOf('*', StringComparison.Ordinal) is var star && star < 0
            ? (IEnumerable<string>)[path]
            : Path.GetDirectoryName(path[..star]) is { } folder && Directory.Exists(folder) ? SourceFolders.CSharpFiles(folder) : [])
            .Where(path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && File.Exists(path));

    // 'Update' in Directory.Build.targets is how versions were kept central before there was a file for them.
    private static string? CentralVersion(ProjectDocuments documents, string name) =>
        documents.CentralItems("PackageVersion").FirstOrDefault(item => name.Equals((string?)item.Attribute("Include"), StringComparison.OrdinalIgnoreCase))
            is { } central ? Value(central, "Version")
            : documents.Items("PackageReference").FirstOrDefault(item => name.Equals((string?)item.Attribute("Update"), StringComparison.OrdinalIgnoreCase)) is { } update ? Value(update, "Version") : null;

    private static string? Value(XElement item, string name) =>
        (string?)item.Attribute(name) ?? item.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    private static string FolderOf(CSharpFile source, string directory) => Path.GetRelativePath(directory, Path.GetDirectoryName(source.Path)!).Replace('\\', '/');

    /// <summary>The SDKs of a project, in each of the three ways to name one.</summary>
    private static IEnumerable<string> Sdks(XDocument own) =>
        new[] { (string?)own.Root?.Attribute("Sdk") }
            .Concat(ProjectDocuments.Named([own], "Sdk").Select(sdk => (string?)sdk.Attribute("Name")))
            .Concat(ProjectDocuments.Named([own], "Import").Select(import => (string?)import.Attribute("Sdk")))
            .OfType<string>().SelectMany(sdks => sdks.Split(';', StringSplitOptions.TrimEntries));
}

/// <summary>The packages that say what a project works with.</summary>
internal static class ProjectPackages
{
    /// <summary>With it the project's tests run on both engines.</summary>
    public const string Testing = "MigrateBoth.Testing";

    /// <summary>With it one assembly holds both providers' migrations.</summary>
    public const string Runtime = "MigrateBoth.EntityFrameworkCore";

    public static bool IsRuntime(string package) => package.Equals(Runtime, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a project needs so that EF Core's tools, and this one, can run it. The package of the console of Visual Studio brings it along.</summary>
    public static bool IsDesign(string package) =>
        package.Equals("Microsoft.EntityFrameworkCore.Design", StringComparison.OrdinalIgnoreCase) || package.Equals("Microsoft.EntityFrameworkCore.Tools", StringComparison.OrdinalIgnoreCase);

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
