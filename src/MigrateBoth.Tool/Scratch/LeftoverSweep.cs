using MigrateBoth.Core.Scratch;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Scratch;

/// <summary>Removes what killed runs left behind, and says so.</summary>
internal static class LeftoverSweep
{
    /// <summary>Runs a sweep.</summary>
    public static async Task<LeaseSweep?> RunAsync(LeaseStore leases, IReadOnlyList<ILeaseSweeper> sweepers, IProgressDisplay progress, CancellationToken cancellationToken, bool forget = false)
    {
        LeaseSweep sweep;
        try
        {
            sweep = await leases.SweepAsync(sweepers, cancellationToken, forget).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Tidying up after others must not fail the command; its own leases have errors of their own.
            progress.Warning($"leftovers of earlier runs could not be read: {exception.Message}");
            return null;
        }

        foreach (var removed in sweep.Removed)
        {
            progress.Info($"removed a leftover of an earlier run: {removed.Kind} {removed.Id}");
        }

        foreach (var kept in sweep.Kept)
        {
            progress.Warning($"an earlier run left {kept.Resource.Kind} {kept.Resource.Id}{(kept.Resource.Detail is { } server ? $" on {server}" : string.Empty)}, which could not be removed: {kept.Reason}"
                + (kept.Resource.Detail is null ? string.Empty : $". Give that server with --mysql, or run: {Tool.Output.ToolName.Command} server sweep --forget"));
        }

        foreach (var resource in sweep.GivenUp)
        {
            progress.Warning($"{resource.Kind} {resource.Id}, which an earlier run left on {resource.Detail}, is given up. If that server still exists, drop it by hand.");
        }

        foreach (var path in sweep.Unreadable)
        {
            progress.Warning($"the list of what an earlier run left is not readable and was moved to {path}");
        }

        return sweep;
    }
}
