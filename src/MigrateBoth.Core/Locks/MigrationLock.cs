namespace MigrateBoth.Core.Locks;

/// <summary>EF Core's migration lock while it is taken.</summary>
/// <param name="Holder">Who holds it as far as the engine can tell, in words: <c>connection 12 (app@10.0.0.5:40112, …)</c> or <c>a row in __EFMigrationsLock</c>.</param>
/// <param name="Age">How long it has been held, or null where the engine does not say.</param>
/// <param name="IsHolderAtWork">
/// Whether something shows that the holder lives: a session, or an open write transaction. False does not prove that it is
/// dead: between two transactions a SQLite migrator shows nothing.
/// </param>
/// <param name="ReleaseStatement">The SQL that frees the lock; to be run only by somebody who knows that the holder is gone or may go.</param>
public sealed record MigrationLock(string Holder, TimeSpan? Age, bool IsHolderAtWork, string ReleaseStatement);
