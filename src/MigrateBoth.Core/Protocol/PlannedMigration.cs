namespace MigrateBoth.Core.Protocol;

/// <summary>A migration that is about to be applied or reverted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsRevert">Whether <c>Down</c> runs instead of <c>Up</c>.</param>
/// <param name="Commands">Its commands, in order, all generated before any is run (catalogue row M-40).</param>
public sealed record PlannedMigration(string Id, bool IsRevert, IReadOnlyList<PlannedCommand> Commands);
