using MigrateBoth.DesignHost.Contexts;

using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Applying;

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
