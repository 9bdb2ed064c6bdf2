using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>Refuses a name that is free as a migration and yet would not compile or would overwrite: taken by a class, a namespace or a file.</summary>
internal static class NameCollision
{
    private static readonly string[] OfEfCore = ["Migration", "MigrationBuilder", "ModelBuilder", "ModelSnapshot"];

    /// <summary>Checks one side's scaffolded files before they are written.</summary>
    /// <param name="name">The migration's name.</param>
    /// <param name="side">The scaffolded side.</param>
    /// <param name="types">What the assembly that gets the files declares already.</param>
    /// <param name="earlier">The migrations that the side has.</param>
    /// <exception cref="MigrateBothException"><c>name-collides</c> (78).</exception>
    public static void ThrowIfAny(string name, ScaffoldedMigration side, AssemblyTypes types, IReadOnlyList<MigrationDescription> earlier)
    {
        var engine = side.Engine.DisplayName();
        foreach (var file in side.Files.Where(file => file.Content is not null && ScaffoldedFiles.IsOfMigration(file, side.Id)))
        {
            var container = ScaffoldedCode.Namespace(file.Content!);
            var fullName = container.Length == 0 ? name : $"{container}.{name}";
            if (types.Types.Contains(fullName))
            {
                throw Collides($"a class '{fullName}' exists already in the project of the {engine} migrations");
            }

            if (types.Namespaces.Contains(fullName))
            {
                throw Collides($"'{fullName}' is a namespace in the project of the {engine} migrations");
            }

            if (ScaffoldedCode.Uses(file.Content!, name))
            {
                throw Collides($"the {engine} migration itself uses something called '{name}', which its class would hide");
            }

            // The other way round: a column of type TimeOnly after a migration of that name.
            if (earlier.FirstOrDefault(migration => Hides(migration, container, file.Content!)) is { } hiding)
            {
                throw new MigrateBothException(
                    ExitCode.Configuration,
                    "name-collides",
                    $"The {engine} migration uses something called '{ClassOf(hiding)}', which the class of the earlier migration {hiding.Id} hides. Nothing was changed.",
                    $"Rename the class '{ClassOf(hiding)}' in the files of {hiding.Id}; its id, which databases record, stays as it is.");
            }

            // A class that is no migration hides as well, here or in an enclosing namespace. The context is meant where it is used.
            if (types.Types.FirstOrDefault(type => Encloses(NamespaceOf(type), container) && IsOfTheFramework(NameOf(type)) && ScaffoldedCode.Uses(file.Content!, NameOf(type))) is { } other)
            {
                throw new MigrateBothException(
                    ExitCode.Configuration,
                    "name-collides",
                    $"The {engine} migration uses something called '{NameOf(other)}', which the class '{other}' hides. Nothing was changed.",
                    $"Rename the class '{other}', or move it out of the namespaces that enclose '{container}'.");
            }
        }

        var migration = side.Files.First(file => ScaffoldedFiles.IsOfMigration(file, side.Id));
        if (FileOfSameName(Path.GetDirectoryName(migration.Path)!, name) is { } existing)
        {
            throw Collides($"the file '{existing}' looks like a migration of that name that the build does not see");
        }
    }

    private static string ClassOf(MigrationDescription migration) => NameOf(migration.TypeName);

    private static string NameOf(string type) => type[(type.LastIndexOf('.') + 1)..];

    private static string NamespaceOf(string type) => type.LastIndexOf('.') is > 0 and var dot ? type[..dot] : string.Empty;

    private static bool Encloses(string outer, string inner) => outer.Length == 0 || inner == outer || inner.StartsWith($"{outer}.", StringComparison.Ordinal);

    /// <summary>Whether scaffolded code may mean a type of .NET or EF Core by this name.</summary>
    private static bool IsOfTheFramework(string name) => OfEfCore.Contains(name) || Type.GetType($"System.{name}") is not null;

    private static bool Hides(MigrationDescription migration, string container, string code) =>
        migration.TypeName == (container.Length == 0 ? ClassOf(migration) : $"{container}.{ClassOf(migration)}")
        && code.Contains(ClassOf(migration), StringComparison.Ordinal)
        && ScaffoldedCode.Uses(code, ClassOf(migration));

    private static string? FileOfSameName(string folder, string name) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.cs").FirstOrDefault(path => Path.GetFileName(path).EndsWith($"_{name}.cs", StringComparison.OrdinalIgnoreCase)
                && Path.GetFileName(path).IndexOf('_', StringComparison.Ordinal) == Path.GetFileName(path).Length - $"_{name}.cs".Length)
            : null;

    private static MigrateBothException Collides(string reason) => new(
        ExitCode.Configuration,
        "name-collides",
        $"The name is taken: {reason}. Nothing was changed.",
        "Choose another name for the migration.");
}
