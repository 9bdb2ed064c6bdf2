using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;

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

/// <summary>Describes what applying would do to one database. Reads its history table and nothing else.</summary>
internal sealed class ApplyPlanner(RentedContext context)
{
    /// <exception cref="MigrateBothException">The application's own options, which name the history table, are not known.</exception>
    public MigrationPlan Plan(string connectionString, string? target)
    {
        if (context.MissingOptions is { } missing)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "context-options-unknown",
                $"The {context.Engine.DisplayName()} context was made without the application's own options, because {missing}. "
                    + "The history table of the application's database is then not known, so nothing was done.",
                ContextFailure.SayTheVersion);
        }

        var resolved = new MigrationTargets(context).Resolve(target);
        context.ConnectTo(connectionString);
        var (exists, applied) = AppliedMigrations.Read(context);
        return new MigrationPlan
        {
            Engine = context.Engine,
            DatabaseExists = exists,
            Applied = applied,
            Unknown = [.. applied.Except(context.Migrations.Migrations.Keys.Concat(OtherContexts.MigrationIds(context)), StringComparer.OrdinalIgnoreCase)],
            Pending = new MigrationSql(context, attribute: true).Generate(MigrationSelection.Between(context, applied, resolved)),
        };
    }
}
