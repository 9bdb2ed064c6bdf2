using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>
/// Starts a host on what the last build left while this build runs: runtime and EF Core load meanwhile. It is used only if the build
/// leaves the same dependencies behind.
/// </summary>
internal sealed class EarlyHostStart(WaitingHost host, IDesignHostLauncher launcher, DesignHostOptions options, MigrateBothConfiguration configuration) : IHostStart
{
    /// <summary>The process that waits.</summary>
    public int ProcessId => host.ProcessId;

    /// <summary>Begins; null when nothing is known of the last build, or when it is of no use.</summary>
    public static EarlyHostStart? TryBegin(
        MigrateBothConfiguration configuration, BuildSettings build, IDesignHostLauncher launcher, DesignHostOptions options)
    {
        if (configuration.StartupOf(Engine.Sqlite) != configuration.StartupOf(Engine.MySql))
        {
            return null;
        }

        try
        {
            var startup = configuration.StartupOf(Engine.Sqlite) is { } named ? ProjectFinder.Resolve(named) : ProjectFinder.Find(configuration);
            return new LastOutput(startup, build).Read() is { } output && File.Exists(output.AssemblyPath)
                ? new EarlyHostStart(WaitingHost.Start(output, options), launcher, options, configuration)
                : null;
        }
        catch (MigrateBothException)
        {
            // The build may put it right, and what it does not is said after it.
            return null;
        }
    }

    public async Task<IDesignHost> CompleteAsync(BuiltProject project, IReadOnlyList<string> applicationArguments, CancellationToken cancellationToken)
    {
        if (host.Fits(project.Startup))
        {
            try
            {
                var session = HostSessionFactory.Create(project, configuration, applicationArguments, options.Verbose);
                return await host.GreetAsync(session, options, cancellationToken).ConfigureAwait(false);
            }
            catch (MigrateBothException)
            {
                // It died of something while it waited; what a host after the build says counts.
            }
        }

        await host.DisposeAsync().ConfigureAwait(false);
        return await launcher.StartAsync(project, configuration, applicationArguments, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
