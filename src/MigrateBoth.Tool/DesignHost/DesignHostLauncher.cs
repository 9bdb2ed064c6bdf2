using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>How long to wait for the design host, and how much it tells.</summary>
internal sealed record DesignHostOptions
{
    /// <summary>How long the host may take to start and shake hands.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a request may stay silent before the host counts as hung. A long SQL command is not silent: the host reports it.</summary>
    public TimeSpan SilenceTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a cancelled request may take to say how far it got.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether errors of the application show its stack frames (<c>--verbose</c>).</summary>
    public bool Verbose { get; init; }

    /// <summary>The folder with a folder per EF Core major, <c>hosts</c> beside the tool.</summary>
    public string HostsDirectory { get; init; } = Path.Combine(AppContext.BaseDirectory, "hosts");

    /// <summary>The options of a command line.</summary>
    public static DesignHostOptions From(GlobalOptions options)
    {
        var usual = new DesignHostOptions { Verbose = options.Verbose };

        // Who allows the whole command more, or less, means its slowest part.
        return options.Timeout is { } timeout ? usual with { SilenceTimeout = timeout } : usual;
    }
}

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
