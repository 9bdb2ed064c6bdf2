using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>A way to make one engine's context that has been tried and works.</summary>
/// <param name="First">The context made while trying.</param>
/// <param name="Another">Makes another one like it.</param>
/// <param name="Description">The way, for people.</param>
internal sealed record ContextSource(DbContext First, Func<DbContext> Another, string Description)
{
    /// <summary>Whether the options are the host's, not the application's.</summary>
    public bool HasHostOptions { get; init; }

    /// <summary>Why the application's own options for this engine are not known; null when they are, or when there are none.</summary>
    public string? Missing { get; init; }
}
