using MigrateBoth.DesignHost.Applying;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>What has to be in place before the application's first code runs.</summary>
internal static class DesignTime
{
    public static void Prepare()
    {
        EF.IsDesignTime = true;

        // Before the first command: EF Core remembers for a second that nobody listens.
        ApplicationDatabaseGuard.Install();
        MigrationEvents.Install();
    }
}
