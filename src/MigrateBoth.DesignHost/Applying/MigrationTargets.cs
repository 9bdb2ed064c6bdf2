using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.DesignHost.Contexts;

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

/// <summary>The migrations that stand between a database and a target, chosen as EF Core's migrator chooses them.</summary>
/// <param name="Revert">Those to revert, newest first.</param>
/// <param name="Apply">Those to apply, oldest first.</param>
/// <param name="Base">The applied migration that reverting ends at, or null for none.</param>
internal sealed record MigrationSelection(IReadOnlyList<Migration> Revert, IReadOnlyList<Migration> Apply, Migration? Base)
{
    /// <summary>All of them in the order in which they run.</summary>
    public IReadOnlyList<MigrationStep> Steps =>
    [
        .. Revert.Select(migration => new MigrationStep(migration.Id(), IsRevert: true)),
        .. Apply.Select(migration => new MigrationStep(migration.Id(), IsRevert: false)),
    ];

    /// <param name="context">The context.</param>
    /// <param name="applied">Ids in the history table.</param>
    /// <param name="target">An id, <c>0</c>, or null for the last migration.</param>
    public static MigrationSelection Between(RentedContext context, IEnumerable<string> applied, string? target)
    {
        var assembly = context.Migrations;
        var provider = context.Context.Database.ProviderName!;
        var known = new HashSet<string>(applied, StringComparer.OrdinalIgnoreCase);

        IReadOnlyList<Migration> Create(IEnumerable<string> ids) => [.. ids.Select(id => assembly.CreateMigration(assembly.Migrations[id], provider))];
        int Compare(string id) => target switch
        {
            null => -1,
            Migration.InitialDatabase => 1,
            _ => string.Compare(id, target, StringComparison.OrdinalIgnoreCase),
        };

        var done = assembly.Migrations.Keys.Where(known.Contains).ToList();
        var open = assembly.Migrations.Keys.Where(id => !known.Contains(id));
        return new MigrationSelection(
            Create(done.Where(id => Compare(id) > 0).OrderDescending(StringComparer.OrdinalIgnoreCase)),
            Create(open.Where(id => Compare(id) <= 0).Order(StringComparer.OrdinalIgnoreCase)),
            Create(done.Where(id => target is not null && Compare(id) == 0)).SingleOrDefault());
    }
}

/// <summary>The id that a migration's Designer file gives it.</summary>
internal static class MigrationIds
{
    public static string Id(this Migration migration) => migration.GetType().GetCustomAttribute<MigrationAttribute>()?.Id ?? migration.GetType().Name;
}
