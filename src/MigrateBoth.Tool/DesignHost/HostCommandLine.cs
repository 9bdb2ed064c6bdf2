using System.Text.Json;

using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>The arguments of <c>dotnet</c> that run the host on the application's dependencies, as EF Core's own tools do.</summary>
internal static class HostCommandLine
{
    public static IReadOnlyList<string> Create(ProjectOutput startup, string host, string pipe)
    {
        var runtimeConfiguration = Path.ChangeExtension(startup.AssemblyPath, ".runtimeconfig.json");
        return
        [
            "exec",
            "--depsfile", Path.ChangeExtension(startup.AssemblyPath, ".deps.json"),
            .. PackageFolders(startup).SelectMany(folder => new[] { "--additionalprobingpath", folder }),

            // A class library has no runtimeconfig.json of its own; the host's asks for the plain runtime.
            "--runtimeconfig", File.Exists(runtimeConfiguration) ? runtimeConfiguration : Path.ChangeExtension(host, ".runtimeconfig.json"),

            // An application for an older runtime than the installed ones can still be looked at.
            "--roll-forward", "Major",
            host,
            "--pipe", pipe,
        ];
    }

    // The packages of a class library are not copied next to it.
    private static List<string> PackageFolders(ProjectOutput startup)
    {
        var assets = Path.Combine(startup.Directory, "obj", "project.assets.json");
        if (File.Exists(assets) && Read(assets) is { Count: > 0 } folders)
        {
            return folders;
        }

        var configured = Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        var common = string.IsNullOrEmpty(configured)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")
            : configured;
        return Directory.Exists(common) ? [common] : [];
    }

    private static List<string> Read(string assets)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
            return [.. document.RootElement.GetProperty("packageFolders").EnumerateObject()
                .Select(folder => folder.Name.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar))];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or IOException)
        {
            // Half written by a restore that runs right now; NuGet's common folder is where packages usually are.
            return [];
        }
    }
}
