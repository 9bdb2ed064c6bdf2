namespace MigrateBoth.DesignHost.Errors;

/// <summary>The SQL of a migration cannot be generated; nothing has been applied.</summary>
internal sealed class MigrationSqlException(string migrationId, string message, Exception innerException) : Exception(message, innerException)
{
    public string MigrationId { get; } = migrationId;
}
