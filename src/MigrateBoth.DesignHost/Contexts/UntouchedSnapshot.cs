using System.Reflection;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>
/// A context's migrations whose snapshot is as nobody has used it yet. <c>Migrate()</c> in a context's constructor finalizes the model of the
/// shared instance, and EF Core's scaffolder takes that for "no snapshot": it would write the whole model as a new migration.
/// </summary>
internal sealed class UntouchedSnapshot(IMigrationsAssembly shared) : IMigrationsAssembly
{
    public IReadOnlyDictionary<string, TypeInfo> Migrations => shared.Migrations;

    public ModelSnapshot? ModelSnapshot => shared.ModelSnapshot is { } snapshot ? (ModelSnapshot)Activator.CreateInstance(snapshot.GetType())! : null;

    public Assembly Assembly => shared.Assembly;

    public string? FindMigrationId(string nameOrId) => shared.FindMigrationId(nameOrId);

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider) => shared.CreateMigration(migrationClass, activeProvider);
}
