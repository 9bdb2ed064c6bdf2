using System.Text.Json;

using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>What a start-up project's deps.json says about EF Core.</summary>
/// <param name="ProjectFile">The start-up project.</param>
/// <param name="EfCoreVersion">The version of Microsoft.EntityFrameworkCore.Relational, such as <c>9.0.23</c>.</param>
internal sealed record ApplicationDependencies(string ProjectFile, Version EfCoreVersion)
{
    private const string Relational = "Microsoft.EntityFrameworkCore.Relational";
    private const string Design = "Microsoft.EntityFrameworkCore.Design";

    /// <exception cref="MigrateBothException">There is no deps.json, no EF Core, EF Core without its Design package, or a MySQL provider that cannot work.</exception>
    public static ApplicationDependencies Read(ProjectOutput startup)
    {
        var file = Path.ChangeExtension(startup.AssemblyPath, ".deps.json");
        var libraries = ReadLibraries(startup, file);
        var name = Path.GetFileName(startup.ProjectFile);
        if (!libraries.TryGetValue(Relational, out var relational))
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "ef-missing",
                $"The start-up project {name} does not use EF Core with a relational provider: {Path.GetFileName(file)} does not name {Relational}.",
                "Point --startup-project at the project that runs, or --project at the one with the context.");
        }

        if (!libraries.ContainsKey(Design))
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "ef-design-missing",
                $"The start-up project {name} does not reference {Design}, without which EF Core cannot scaffold.",
                $"dotnet add \"{startup.ProjectFile}\" package {Design} --version {relational}");
        }

        var version = ParseVersion(relational);
        MySqlProviderCheck.EnsureUsable(startup.ProjectFile, version, libraries);
        return new ApplicationDependencies(startup.ProjectFile, version);
    }

    private static Dictionary<string, string> ReadLibraries(ProjectOutput startup, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.GetProperty("libraries").EnumerateObject()
                .Select(library => library.Name.Split('/', 2))
                .Where(parts => parts.Length == 2)
                .DistinctBy(parts => parts[0], StringComparer.OrdinalIgnoreCase)
                .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception exception) when (exception is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "deps-file-unreadable",
                $"{file} cannot be read: {exception.Message}",
                $"Build {Path.GetFileName(startup.ProjectFile)} again.",
                exception);
        }
    }

    private static Version ParseVersion(string text) => Version.Parse(text.Split('-', '+')[0]);
}
