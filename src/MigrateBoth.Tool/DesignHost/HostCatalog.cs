using System.Globalization;

using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>The builds of the host that the tool carries, one per EF Core major.</summary>
internal static class HostCatalog
{
    private const string FileName = "MigrateBoth.DesignHost.dll";

    /// <summary>The host that fits an application.</summary>
    /// <exception cref="MigrateBothException">There is none for its EF Core.</exception>
    public static string Find(string hostsDirectory, ApplicationDependencies dependencies)
    {
        var host = Path.Combine(hostsDirectory, $"ef{dependencies.EfCoreVersion.Major}", FileName);
        if (File.Exists(host))
        {
            return host;
        }

        var majors = Majors(hostsDirectory);
        if (majors.Count == 0)
        {
            throw new MigrateBothException(
                ExitCode.Internal, "host-not-found", $"The tool is not complete: {hostsDirectory} has no design host.", "Install the tool again.");
        }

        throw new MigrateBothException(
            ExitCode.Configuration,
            "ef-version-unsupported",
            $"{Path.GetFileName(dependencies.ProjectFile)} uses EF Core {dependencies.EfCoreVersion}; this tool works with EF Core {string.Join(", ", majors)}.",
            dependencies.EfCoreVersion.Major > majors[^1] ? "Update the tool: dotnet tool update dotnet-migrate-both" : "Update EF Core.");
    }

    private static List<int> Majors(string hostsDirectory) => !Directory.Exists(hostsDirectory)
        ? []
        : [.. Directory.EnumerateFiles(hostsDirectory, FileName, SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file))!)
            .Where(name => name.StartsWith("ef", StringComparison.Ordinal))
            .Select(name => int.Parse(name.AsSpan(2), CultureInfo.InvariantCulture))
            .Order()];
}
