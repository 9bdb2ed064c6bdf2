namespace MigrateBoth.DesignHost.Applying;

/// <summary>A migration in a run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsRevert">Whether <c>Down</c> runs instead of <c>Up</c>.</param>
internal sealed record MigrationStep(string Id, bool IsRevert);
