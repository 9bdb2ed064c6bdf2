using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Configuration;

/// <summary>Finds the configuration file.</summary>
internal static class ConfigurationSearch
{
    /// <summary>The file that was named, or the nearest one upward from the working directory, or null.</summary>
    public static string? Find(ConfigurationSources sources)
    {
        if (sources.File is not null)
        {
            return Named(sources.File, "--config", sources.WorkingDirectory);
        }

        if (sources.Environment.TryGetValue(ConfigurationNames.ConfigVariable, out var file) && file.Length > 0)
        {
            return Named(file, ConfigurationNames.ConfigVariable, sources.WorkingDirectory);
        }

        for (var directory = new DirectoryInfo(sources.WorkingDirectory); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, ConfigurationNames.FileName);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string Named(string file, string origin, string workingDirectory)
    {
        var path = Path.GetFullPath(file, workingDirectory);
        return File.Exists(path)
            ? path
            : throw new MigrateBothException(
                ExitCode.Configuration, "config-not-found", $"{origin} points at '{path}', which does not exist.", "Name an existing file, or leave it out to search upward.");
    }
}

/// <summary>Finds the configurations of an application with several contexts: <c>migrateboth.json</c> and <c>migrateboth.NAME.json</c>.</summary>
public static class ConfigurationFiles
{
    private static readonly string[] SkippedFolders = ["bin", "obj", "node_modules"];

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The configurations of the nearest folder upward that has one; empty when there is none.</summary>
    /// <param name="workingDirectory">Where the search begins; absolute.</param>
    public static IReadOnlyList<string> Nearest(string workingDirectory)
    {
        for (var directory = new DirectoryInfo(workingDirectory); directory is not null; directory = directory.Parent)
        {
            if (In(directory.FullName) is { Count: > 0 } files)
            {
                return files;
            }
        }

        return [];
    }

    /// <summary>Those of the nearest folder upward, and all below the working directory.</summary>
    /// <param name="workingDirectory">Where the search begins; absolute.</param>
    public static IReadOnlyList<string> All(string workingDirectory) => [.. Nearest(workingDirectory).Concat(Below(workingDirectory)).Distinct()];

    /// <summary>The other configurations in a configuration's folder.</summary>
    /// <param name="file">Absolute path.</param>
    public static IReadOnlyList<string> Beside(string file) => [.. In(Path.GetDirectoryName(file)!).Where(other => other != file)];

    private static List<string> In(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        var options = new EnumerationOptions { MatchCasing = MatchCasing.PlatformDefault, IgnoreInaccessible = true };
        return
        [
            .. Directory.EnumerateFiles(directory, ConfigurationNames.FilePattern, options)
                .Where(IsConfiguration)
                .OrderBy(file => Path.GetFileName(file) == ConfigurationNames.FileName ? 0 : 1).ThenBy(file => file, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Below(string directory) => In(directory).Concat(
        new DirectoryInfo(directory).EnumerateDirectories("*", new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(child => child.Name[0] != '.' && !SkippedFolders.Contains(child.Name, StringComparer.OrdinalIgnoreCase))
            .OrderBy(child => child.Name, StringComparer.Ordinal)
            .SelectMany(child => Below(child.FullName)));

    /// <summary>A report and the schema may be named like a configuration. A file that cannot be read counts as one, so that loading it reports what is wrong.</summary>
    private static bool IsConfiguration(string file)
    {
        if (Path.GetFileName(file)["migrateboth".Length] != '.')
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), Lenient);
            return document.RootElement.ValueKind != JsonValueKind.Object
                || !(document.RootElement.TryGetProperty("schemaVersion", out _) || document.RootElement.TryGetProperty("definitions", out _));
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
