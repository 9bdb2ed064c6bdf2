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
        var dependencies = ApplicationDependencies.Read(project.Startup);
        var host = HostCatalog.Find(options.HostsDirectory, dependencies);
        var session = HostSessionFactory.Create(project, configuration, applicationArguments, options.Verbose);
        using var pipe = HostPipe.Create();
        var process = HostProcess.Start(HostCommandLine.Create(project.Startup, host, pipe.Name), project.Startup.Directory);
        try
        {
            var connection = await HostHandshake.RunAsync(pipe, process, session, options.StartTimeout, cancellationToken).ConfigureAwait(false);
            return new DesignHostClient(process, connection, options);
        }
        catch
        {
            process.Kill();
            await process.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
