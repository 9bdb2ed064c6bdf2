using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.DesignHost.Contexts;

using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>Understands how people name a migration: id, name, <c>0</c> for none.</summary>
internal sealed class MigrationTargets(RentedContext context)
{
    /// <summary>The migration's id, <c>0</c>, or null for null.</summary>
    /// <exception cref="MigrateBothException">There is no such migration.</exception>
    public string? Resolve(string? target) => target is null or Migration.InitialDatabase
        ? target
        : context.Migrations.FindMigrationId(target) ?? throw NotFound(target);

    private MigrateBothException NotFound(string target)
    {
        var ids = context.Migrations.Migrations.Keys.ToList();
        return new MigrateBothException(
            ExitCode.Configuration,
            "migration-not-found",
            $"{context.Engine.DisplayName()} has no migration '{target}'.",
            ids.Count == 0 ? "There are no migrations yet." : $"The migrations are {string.Join(", ", ids)}.");
    }
}
