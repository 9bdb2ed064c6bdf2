using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Fixing;

/// <summary>The last pair of migrations: as long as no database has it, a mistake in it is corrected where it stands.</summary>
/// <param name="Id">Its id on both sides.</param>
/// <param name="WasAsked">Whether any database was asked.</param>
/// <param name="AppliedTo">A database that has it, or null.</param>
public sealed record LastPair(string Id, bool WasAsked, string? AppliedTo)
{
    /// <summary>The last pair, or null where the last migrations of the two sides are no pair.</summary>
    /// <param name="models">Both sides.</param>
    /// <param name="recorded">The databases that were asked: name, engine and the ids that each has recorded.</param>
    public static LastPair? Of(EnginePair<EngineModel> models, IReadOnlyList<(string Name, Engine Engine, IReadOnlyList<string> Ids)> recorded)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(recorded);
        var id = LastIdOf(models.Sqlite.Migrations);
        return id is null || !Same(id, LastIdOf(models.MySql.Migrations))
            ? null
            : new LastPair(id, recorded.Count > 0, recorded.Where(database => database.Ids.Any(applied => Same(applied, id))).Select(database => database.Name).FirstOrDefault());
    }

    /// <summary>Whether a finding comes from it. EF Core names the file by the id.</summary>
    /// <param name="finding">The finding.</param>
    public bool Holds(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Location is { } location && Path.GetFileName(location.File).StartsWith($"{Id}.", StringComparison.OrdinalIgnoreCase);
    }

    private static string? LastIdOf(IReadOnlyList<MigrationDescription> migrations) => migrations.Count == 0 ? null : migrations[^1].Id;

    private static bool Same(string left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
