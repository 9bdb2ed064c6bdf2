using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>Says what applying would do to one database. Reads its history table and nothing else.</summary>
internal sealed class ApplyPlanner(RentedContext context)
{
    public MigrationPlan Plan(string connectionString, string? target)
    {
        var resolved = new MigrationTargets(context).Resolve(target);
        context.ConnectTo(connectionString);
        var (exists, applied) = AppliedMigrations.Read(context);
        return new MigrationPlan
        {
            Engine = context.Engine,
            DatabaseExists = exists,
            Applied = applied,
            Unknown = [.. applied.Except(context.Migrations.Migrations.Keys, StringComparer.OrdinalIgnoreCase)],
            Pending = new MigrationSql(context, attribute: true).Generate(MigrationSelection.Between(context, applied, resolved)),
        };
    }
}
