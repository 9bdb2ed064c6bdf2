using System.Text.RegularExpressions;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;
using EfScaffoldedMigration = Microsoft.EntityFrameworkCore.Migrations.Design.ScaffoldedMigration;

namespace MigrateBoth.DesignHost.Scaffolding;

/// <summary>Determines the paths of scaffolded files as EF Core does: next to the last migration, and the existing snapshot.</summary>
internal sealed class ScaffoldedPaths(HostProject project, RentedContext context)
{
    private readonly ProjectFiles _files = new(project.Directory);

    public IReadOnlyList<ScaffoldedFile> Place(EfScaffoldedMigration migration, string? folder)
    {
        var migrations = context.Migrations;
        var last = migrations.Migrations.Values.LastOrDefault();
        var directory = folder
            ?? DirectoryOf(migration.PreviousMigrationId + migration.FileExtension, last?.Namespace)
            ?? Default(migration.MigrationSubNamespace);

        var snapshot = migration.SnapshotName + migration.FileExtension;
        var snapshotDirectory = (migrations.ModelSnapshot is { } known ? DirectoryOf(snapshot, known.GetType().Namespace) : null)
            ?? Default(migration.SnapshotSubnamespace);

        return
        [
            new ScaffoldedFile(Path.Combine(directory, migration.MigrationId + migration.FileExtension), migration.MigrationCode),
            new ScaffoldedFile(Path.Combine(directory, $"{migration.MigrationId}.Designer{migration.FileExtension}"), migration.MetadataCode),
            new ScaffoldedFile(Path.Combine(snapshotDirectory, snapshot), migration.SnapshotCode),
        ];
    }

    /// <summary>The folder of the last migration; null where there is none, or its file is not found.</summary>
    public string? LastFolder() =>
        context.Migrations.Migrations.LastOrDefault() is { Key: { } id, Value: { } type } ? DirectoryOf(id + ".cs", type.Namespace) : null;

    private string? DirectoryOf(string file, string? @namespace) =>
        @namespace is null ? null : Path.GetDirectoryName(_files.Find(file, @namespace));

    private string Default(string subNamespace) => Path.Combine([project.Directory, .. subNamespace.Split('.')]);
}

/// <summary>
/// Finds source files by name and namespace. EF Core uses the name alone, and both sides of a pair have files of the same name:
/// it would take, or delete, the other engine's.
/// </summary>
internal sealed class ProjectFiles(string projectDirectory)
{
    private static readonly string[] Output = ["bin", "obj"];

    /// <summary>The file of that name which declares the namespace; null when there is none.</summary>
    public string? Find(string fileName, string? @namespace)
    {
        if (!Directory.Exists(projectDirectory))
        {
            return null;
        }

        var declaration = Declaration(@namespace);
        return Directory.EnumerateFiles(projectDirectory, fileName, SearchOption.AllDirectories)
            .Where(file => !IsOutput(file))
            .FirstOrDefault(file => declaration is null || declaration.IsMatch(File.ReadAllText(file)));
    }

    private static Regex? Declaration(string? @namespace) => string.IsNullOrEmpty(@namespace)
        ? null
        : new Regex($@"^\s*namespace\s+{Regex.Escape(@namespace)}\s*[;{{]?\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase);

    private bool IsOutput(string file) =>
        Output.Contains(Path.GetRelativePath(projectDirectory, file).Split(Path.DirectorySeparatorChar)[0], StringComparer.Ordinal);
}
