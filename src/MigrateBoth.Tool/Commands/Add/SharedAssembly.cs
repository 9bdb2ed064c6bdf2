using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>
/// One context with the migrations of both engines in one assembly has every id twice, unless something tells them apart at run time. EF Core then
/// fails at the next start of the application: "An item with the same key has already been added".
/// </summary>
internal static class SharedAssembly
{
    /// <summary>Refuses before anything is written where the application is known to take both histories for one.</summary>
    /// <returns>A warning where that is not known.</returns>
    /// <exception cref="MigrateBothException"><c>migrations-not-told-apart</c> (78).</exception>
    public static IEnumerable<CommandWarning> Check(EnginePair<EngineHistory> histories, BuiltProject project, IReadOnlyList<ScaffoldedMigration> sides)
    {
        if (histories.Sqlite.ContextType != histories.MySql.ContextType || project.SqliteMigrations.AssemblyPath != project.MySqlMigrations.AssemblyPath)
        {
            return [];
        }

        var context = histories.Sqlite.ContextType[(histories.Sqlite.ContextType.LastIndexOfAny(['.', '+']) + 1)..];
        if (sides.Any(side => side.IsToldApart == false))
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "migrations-not-told-apart",
                $"{context} would have the migrations of both engines in {project.SqliteMigrations.AssemblyName}, and EF Core does not distinguish them: "
                    + "the application could no longer start. Nothing was written.",
                $"Run: dotnet add \"{project.SqliteMigrations.ProjectFile}\" package MigrateBoth.EntityFrameworkCore, and let the options of {context} end with "
                    + ".UseMigrateBoth(). Or keep a project or a derived context per provider: 'dotnet migrate-both init' shows the layouts.");
        }

        return sides.Any(side => side.IsToldApart == true) || References(project) ? [] :
        [
            new CommandWarning(
                "not-told-apart",
                $"{context} has the migrations of both engines in {project.SqliteMigrations.AssemblyName}, and whether the application tells them apart is not known, "
                    + "because its options cannot be created here. The package MigrateBoth.EntityFrameworkCore does that with UseMigrateBoth()."),
        ];
    }

    private static bool References(BuiltProject project) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(project.Startup.AssemblyPath)!, "MigrateBoth.EntityFrameworkCore.dll"));
}

/// <summary>The names that an assembly declares, read without loading it.</summary>
/// <param name="Types">Full names of its types that are not nested.</param>
/// <param name="Namespaces">Its namespaces and their parents.</param>
internal sealed record AssemblyTypes(IReadOnlySet<string> Types, IReadOnlySet<string> Namespaces)
{
    /// <summary>Reads them; an assembly that is not there declares nothing.</summary>
    public static AssemblyTypes Read(string path)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        if (File.Exists(path))
        {
            using var stream = File.OpenRead(path);
            using var image = new PEReader(stream);
            var metadata = image.GetMetadataReader();
            foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => !type.IsNested))
            {
                var container = metadata.GetString(type.Namespace);
                types.Add(container.Length == 0 ? metadata.GetString(type.Name) : $"{container}.{metadata.GetString(type.Name)}");
                for (; container.Length > 0; container = container[..Math.Max(0, container.LastIndexOf('.'))])
                {
                    namespaces.Add(container);
                }
            }
        }

        return new AssemblyTypes(types, namespaces);
    }
}
