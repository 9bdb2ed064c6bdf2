namespace MigrateBoth.Core.Protocol;

/// <summary>One SQL command of a migration.</summary>
/// <param name="Operation">The operation it comes from, in words; null when it serves several.</param>
/// <param name="Sql">Its text.</param>
/// <param name="SuppressesTransaction">Whether EF Core runs it outside of the transaction.</param>
public sealed record PlannedCommand(string? Operation, string Sql, bool SuppressesTransaction);
