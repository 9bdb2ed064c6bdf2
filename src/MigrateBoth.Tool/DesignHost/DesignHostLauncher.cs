using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>Starts <c>dotnet exec</c> with the host that was compiled for the application's EF Core, on the application's own dependencies.</summary>
internal sealed class DesignHostLauncher(DesignHostOptions options) : IDesignHostLauncher
{
    /// <summary>Starts hosts with the usual limits.</summary>
    public DesignHostLauncher()
        : this(new DesignHostOptions())
    {
    }

    /// <inheritdoc />
    public async Task<IDesignHost> StartAsync(
        BuiltProject project,
        MigrateBothConfiguration configuration,
        IReadOnlyList<string> applicationArguments,
        CancellationToken cancellationToken)
    {
        var session = HostSessionFactory.Create(project, configuration, applicationArguments, options.Verbose);
        if (project.MySqlStartup is not { } other)
        {
            return await StartAsync(project.Startup, session, cancellationToken).ConfigureAwait(false);
        }

        var first = await StartAsync(project.Startup, HostSessionFactory.Alone(session, Engine.Sqlite, project.Startup), cancellationToken).ConfigureAwait(false);
        try
        {
            return new HostPair(first, await StartAsync(other, HostSessionFactory.Alone(session, Engine.MySql, other), cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await first.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<IDesignHost> StartAsync(ProjectOutput startup, HostSession session, CancellationToken cancellationToken)
    {
        var host = WaitingHost.Start(startup, options);
        await using (host.ConfigureAwait(false))
        {
            return await host.GreetAsync(session, options, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public IHostStart Begin(MigrateBothConfiguration configuration, BuildSettings build) =>
        EarlyHostStart.TryBegin(configuration, build, this, options) is { } early ? early : new LateHostStart(this, configuration);
}
