using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.DesignHost;

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
