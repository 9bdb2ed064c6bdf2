namespace MigrateBoth.Core.Model;

/// <summary>The migrations of both engines.</summary>
/// <param name="Sqlite">Those for SQLite.</param>
/// <param name="MySql">Those for MySQL.</param>
public sealed record HistoryPair(EngineHistory Sqlite, EngineHistory MySql);
