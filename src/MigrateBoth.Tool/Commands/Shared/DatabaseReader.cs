using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.DesignHost;

namespace MigrateBoth.Tool.Commands.Shared;

/// <summary>Reads what a database says of its history, and changes nothing.</summary>
/// <param name="context">Services.</param>
/// <param name="host">The application's own EF Core.</param>
internal sealed class DatabaseReader(CommandContext context, IDesignHost host)
{
    /// <summary>Reads one database.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">It cannot be reached (2).</exception>
    public async Task<MigrationPlan> ReadAsync(DatabaseTarget target, CancellationToken cancellationToken)
    {
        // Connects first, without the application: a wrong password is told as what it is and not as a provider's exception.
        await context.Services.LockInspector(target.Engine).InspectAsync(target.ConnectionString, cancellationToken).ConfigureAwait(false);
        return await host.PlanApplyAsync(target.Engine, target.ConnectionString, null, cancellationToken).ConfigureAwait(false);
    }
}
