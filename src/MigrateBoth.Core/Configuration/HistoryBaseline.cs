namespace MigrateBoth.Core.Configuration;

/// <summary>
/// The point from which migrations have to match in pairs. Of what lies before it, only what it builds counts: histories that were
/// kept by hand, or squashed on one side, cannot be paired any more, and need not be where both build the same schema.
/// </summary>
/// <param name="Sqlite">The id of SQLite's last migration before that point; null when all of them have to match.</param>
/// <param name="MySql">The id of MySQL's last migration before that point; null when all of them have to match.</param>
public sealed record HistoryBaseline(string? Sqlite, string? MySql)
{
    /// <summary>One engine's last migration before the point.</summary>
    public string? this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;
}
