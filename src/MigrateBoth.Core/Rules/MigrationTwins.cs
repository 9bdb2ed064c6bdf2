using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules;

/// <summary>Two migrations that belong together.</summary>
/// <param name="Sqlite">SQLite's.</param>
/// <param name="MySql">MySQL's.</param>
public sealed record MigrationTwins(MigrationDescription Sqlite, MigrationDescription MySql);
