using System.Diagnostics;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.MySql.Servers.Local;

/// <summary>Kills a server process that a dead process left.</summary>
public sealed class ServerProcessSweeper : ILeaseSweeper
{
    /// <inheritdoc/>
    public string Kind => LocalServerProcess.Kind;

    /// <inheritdoc/>
    public async Task<bool> SweepAsync(LeasedResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (ProcessStamp.Parse(resource.Id) is not { } stamp)
        {
            return false;
        }

        if (!stamp.IsLocal)
        {
            return false;
        }

        if (stamp.IsAlive)
        {
            // The stamp is that of the very process that was started, not of another that was given its number.
            try
            {
                using var process = Process.GetProcessById(stamp.Id);
                await LocalServerProcess.KillAsync(process).ConfigureAwait(false);
            }
            catch (ArgumentException)
            {
                return true; // Gone in between.
            }
        }

        return !stamp.IsAlive;
    }
}
