using MigrateBoth.DesignHost.Contexts;

using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>What the history table of a database says.</summary>
/// <param name="DatabaseExists">Whether the database is there.</param>
/// <param name="Ids">The recorded ids in order.</param>
internal sealed record AppliedMigrations(bool DatabaseExists, IReadOnlyList<string> Ids)
{
    public static AppliedMigrations Read(RentedContext context)
    {
        if (!((IRelationalDatabaseCreator)context.Service<IDatabaseCreator>()).Exists())
        {
            return new AppliedMigrations(DatabaseExists: false, []);
        }

        var history = context.Service<IHistoryRepository>();
        return new AppliedMigrations(
            DatabaseExists: true, history.Exists() ? [.. history.GetAppliedMigrations().Select(row => row.MigrationId)] : []);
    }
}
