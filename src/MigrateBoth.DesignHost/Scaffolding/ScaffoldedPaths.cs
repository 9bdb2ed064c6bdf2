using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;

using EfScaffoldedMigration = Microsoft.EntityFrameworkCore.Migrations.Design.ScaffoldedMigration;

namespace MigrateBoth.DesignHost.Scaffolding;

/// <summary>Puts scaffolded files where EF Core would: beside the last migration and over the existing snapshot.</summary>
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
