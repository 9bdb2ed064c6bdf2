using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.List;

/// <summary>One migration on both sides.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sqlite">SQLite's side.</param>
/// <param name="MySql">MySQL's side.</param>
internal sealed record HistoryRow(string Id, string Name, HistorySide Sqlite, HistorySide MySql)
{
    /// <summary>One side.</summary>
    public HistorySide this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;

    /// <summary>Whether the project has both halves.</summary>
    public bool IsPaired => Sqlite.Exists && MySql.Exists;
}
