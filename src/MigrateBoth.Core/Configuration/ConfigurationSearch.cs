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
