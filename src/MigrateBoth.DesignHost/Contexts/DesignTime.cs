using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Applying;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>What has to be in place before the application's first code runs.</summary>
internal static class DesignTime
{
    public static void Prepare(HostSession session)
    {
        // Where the application's files are: some look for their settings there.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(session.Startup.AssemblyPath) + Path.DirectorySeparatorChar);
        EF.IsDesignTime = true;

        // Before the first command: EF Core remembers for a second that nobody listens.
        ApplicationDatabaseGuard.Install();
        MigrationEvents.Install();
    }
}
