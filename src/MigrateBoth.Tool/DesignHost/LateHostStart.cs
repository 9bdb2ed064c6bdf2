using MigrateBoth.Core.Configuration;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>Does everything after the build.</summary>
internal sealed class LateHostStart(IDesignHostLauncher launcher, MigrateBothConfiguration configuration) : IHostStart
{
    public Task<IDesignHost> CompleteAsync(BuiltProject project, IReadOnlyList<string> applicationArguments, CancellationToken cancellationToken) =>
        launcher.StartAsync(project, configuration, applicationArguments, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
