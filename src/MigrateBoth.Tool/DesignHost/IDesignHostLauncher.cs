using MigrateBoth.Core.Configuration;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>Starts the design host that fits the application's EF Core.</summary>
internal interface IDesignHostLauncher
{
    /// <summary>Starts the host and shakes hands with it.</summary>
    /// <param name="project">The built application.</param>
    /// <param name="configuration">Contexts, layout, arguments and environment per engine.</param>
    /// <param name="applicationArguments">What the user wrote after <c>--</c>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Core.Errors.MigrateBothException">No fitting host, EF Core's Design package is missing, or the handshake failed.</exception>
    Task<IDesignHost> StartAsync(
        BuiltProject project,
        MigrateBothConfiguration configuration,
        IReadOnlyList<string> applicationArguments,
        CancellationToken cancellationToken);

    /// <summary>Begins what can be begun before the application is built.</summary>
    /// <param name="configuration">As for <see cref="StartAsync"/>.</param>
    /// <param name="build">How it is going to be built.</param>
    IHostStart Begin(MigrateBothConfiguration configuration, BuildSettings build) => new LateHostStart(this, configuration);
}

/// <summary>The start of a design host that may have begun before the build. Disposing it ends what was begun in vain.</summary>
internal interface IHostStart : IAsyncDisposable
{
    /// <summary>Completes it, once the application is built.</summary>
    /// <param name="project">The built application.</param>
    /// <param name="applicationArguments">What the user wrote after <c>--</c>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Core.Errors.MigrateBothException">As <see cref="IDesignHostLauncher.StartAsync"/>.</exception>
    Task<IDesignHost> CompleteAsync(BuiltProject project, IReadOnlyList<string> applicationArguments, CancellationToken cancellationToken);
}

/// <summary>A host start that begins only after the build.</summary>
internal sealed class LateHostStart(IDesignHostLauncher launcher, MigrateBothConfiguration configuration) : IHostStart
{
    public Task<IDesignHost> CompleteAsync(BuiltProject project, IReadOnlyList<string> applicationArguments, CancellationToken cancellationToken) =>
        launcher.StartAsync(project, configuration, applicationArguments, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
