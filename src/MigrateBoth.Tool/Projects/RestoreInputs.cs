using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Projects;

/// <summary>
/// Everything that decides what NuGet's restore does, as one text: a restore with the same inputs as the last one has nothing to
/// do, and finding that out costs NuGet a third of an incremental build.
/// </summary>
internal static partial class RestoreInputs
{
    private static readonly string[] InheritedFiles =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "NuGet.config", "nuget.config", "NuGet.Config", "global.json"];

    /// <summary>The inputs, or null when they cannot be determined for sure: then a restore has to be made.</summary>
    /// <param name="projectFile">The project that is built.</param>
    /// <param name="settings">How it is built.</param>
    /// <param name="environment">Reads an environment variable; the build inherits them.</param>
    public static string? Describe(string projectFile, BuildSettings settings, Func<string, string?> environment)
    {
        var projects = ReferencedProjects.Of(projectFile).Append(projectFile).Order(StringComparer.Ordinal).ToList();
        if (!projects.TrueForAll(project => File.Exists(project) && File.Exists(Assets(project))))
        {
            return null;
        }

        if (ProjectImports.Follow(projects.Concat(projects.SelectMany(Inherited))) is not { } read)
        {
            return null;
        }

        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{settings.Configuration}|{settings.Framework}|{Sdks()}\n");
        foreach (var file in read.Keys.Concat(projects.Select(Assets)).Append(UserConfig))
        {
            var info = new FileInfo(file);
            text.Append(CultureInfo.InvariantCulture, $"{file}|{(info.Exists ? $"{info.LastWriteTimeUtc.Ticks}|{info.Length}" : "none")}\n");
        }

        foreach (var name in read.Values.SelectMany(Variables).Append("NUGET_PACKAGES").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}={environment(name)}\n");
        }

        return text.ToString();
    }

    private static string UserConfig =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "NuGet", "NuGet.Config");

    private static string Assets(string projectFile) => Path.Combine(Path.GetDirectoryName(projectFile)!, "obj", "project.assets.json");

    /// <summary>The SDKs that are there: another one may restore other versions.</summary>
    private static string Sdks()
    {
        var root = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory()).Parent?.Parent?.Parent;
        var sdks = Path.Combine(root?.FullName ?? string.Empty, "sdk");
        return Directory.Exists(sdks) ? string.Join(',', Directory.GetDirectories(sdks).Order(StringComparer.Ordinal)) : string.Empty;
    }

    private static IEnumerable<string> Inherited(string projectFile)
    {
        var folder = Path.GetDirectoryName(projectFile)!;
        IEnumerable<string> own = [Path.Combine(folder, "packages.lock.json"), projectFile + ".user"];
        var inherited = new List<string>();
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
        {
            inherited.AddRange(InheritedFiles.Select(name => Path.Combine(directory.FullName, name)));
        }

        return own.Concat(inherited).Where(File.Exists);
    }

    private static IEnumerable<string> Variables(string text) => Property().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\$\((\w+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Property();
}
