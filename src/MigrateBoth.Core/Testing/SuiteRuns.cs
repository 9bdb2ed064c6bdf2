namespace MigrateBoth.Core.Testing;

/// <summary>The suite on both engines.</summary>
/// <param name="Sqlite">On SQLite.</param>
/// <param name="MySql">On MySQL.</param>
/// <param name="SqliteAgain">The differing tests once more on SQLite; null before that run.</param>
/// <param name="MySqlAgain">The differing tests once more on MySQL; null before that run.</param>
public sealed record SuiteRuns(EngineRun Sqlite, EngineRun MySql, EngineRun? SqliteAgain = null, EngineRun? MySqlAgain = null);
