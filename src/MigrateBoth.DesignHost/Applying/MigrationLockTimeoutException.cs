namespace MigrateBoth.DesignHost.Applying;

/// <summary>The time to wait for EF Core's migration lock is over.</summary>
internal sealed class MigrationLockTimeoutException() : Exception("Another process holds EF Core's migration lock.");
