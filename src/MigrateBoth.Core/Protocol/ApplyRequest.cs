namespace MigrateBoth.Core.Protocol;

/// <summary>Asks to apply migrations.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">The database.</param>
/// <param name="Target">A migration's id or name, <c>0</c> for none, or null for the last.</param>
/// <param name="LockTimeout">How long to wait for EF Core's migration lock; null to go without it.</param>
public sealed record ApplyRequest(int Id, Engine Engine, string ConnectionString, string? Target, TimeSpan? LockTimeout) : HostRequest(Id, Engine)
{
    /// <summary>
    /// Whether the database is a scratch one. All SQL is then not generated before the first command is run: nothing
    /// is lost when a later migration turns out to have none, and of a history of hundreds every target model is built once and not twice.
    /// The application's own seeder (<c>UseSeeding</c>) does not run: it belongs to the newest model, and is no migration.
    /// </summary>
    public bool IsScratch { get; init; }
}
