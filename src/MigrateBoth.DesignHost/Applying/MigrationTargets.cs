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
        : Find(target) ?? throw NotFound(target);

    // Not EF Core's own search, which takes every id to begin with a time stamp and fails at one that does not.
    private string? Find(string target)
    {
        var ids = context.Service<IMigrationsIdGenerator>();
        return context.Migrations.Migrations.Keys.FirstOrDefault(id => Same(id, target))
            ?? context.Migrations.Migrations.Keys.FirstOrDefault(id => ids.IsValidId(id) && Same(ids.GetName(id), target));
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

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
