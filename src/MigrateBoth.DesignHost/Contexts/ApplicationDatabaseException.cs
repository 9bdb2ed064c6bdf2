namespace MigrateBoth.DesignHost.Contexts;

/// <summary>The application tried to open its own database at design time.</summary>
internal sealed class ApplicationDatabaseException() : Exception(
    "The application opens its database while its context or model is made. At design time there need not be one.");
