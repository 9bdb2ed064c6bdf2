namespace MigrateBoth.Core.Schema;

/// <summary>A check constraint.</summary>
/// <param name="Name">The constraint's name, or null where none was given (SQLite).</param>
/// <param name="Expression">The condition as the catalog has it, without outermost parentheses.</param>
/// <param name="IsEnforced">False for MySQL's NOT ENFORCED.</param>
public sealed record CheckConstraint(string? Name, string Expression, bool IsEnforced = true);
