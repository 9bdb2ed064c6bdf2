using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Applying;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>What has to be in place before the application's first code runs.</summary>
internal static class DesignTime
{
    private const string HostTimeout = "DOTNET_HOST_FACTORY_RESOLVER_DEFAULT_TIMEOUT_IN_SECONDS";

    public static void Prepare(HostSession session)
    {
        // Where the application's files are: some look for their settings there.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(session.Startup.AssemblyPath) + Path.DirectorySeparatorChar);
        EF.IsDesignTime = true;

        // EF Core waits five minutes for a Main that builds no host and never ends, longer than the tool takes silence for; both engines wait in turn.
        if (Environment.GetEnvironmentVariable(HostTimeout) is null)
        {
            Environment.SetEnvironmentVariable(HostTimeout, "45");
        }

        // Before the first command: EF Core remembers for a second that nobody listens.
        ApplicationDatabaseGuard.Install();
        MigrationEvents.Install();
    }
}
