using MigrateBoth.Core.Configuration;
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
        var host = WaitingHost.Start(project.Startup, options);
        await using (host.ConfigureAwait(false))
        {
            var session = HostSessionFactory.Create(project, configuration, applicationArguments, options.Verbose);
            return await host.GreetAsync(session, options, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public IHostStart Begin(MigrateBothConfiguration configuration, BuildSettings build) =>
        EarlyHostStart.TryBegin(configuration, build, this, options) is { } early ? early : new LateHostStart(this, configuration);
}
