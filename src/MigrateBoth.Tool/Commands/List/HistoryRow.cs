using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.List;

/// <summary>One migration on both sides.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sqlite">SQLite's side.</param>
/// <param name="MySql">MySQL's side.</param>
internal sealed record HistoryRow(string Id, string Name, HistorySide Sqlite, HistorySide MySql)
{
    /// <summary>MySQL's id where twins have different ones; else null.</summary>
    public string? MySqlId { get; init; }

    /// <summary>One side.</summary>
    public HistorySide this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;

    /// <summary>Whether the project has both halves, on the same side of the baseline.</summary>
    public bool IsPaired => Sqlite.Exists && MySql.Exists && Sqlite.IsBeforeBaseline == MySql.IsBeforeBaseline;

    /// <summary>Whether it needs no twin: what there is of it lies before the baseline.</summary>
    public bool IsBeforeBaseline =>
        (Sqlite.Exists || MySql.Exists) && EngineNames.All.All(engine => !this[engine].Exists || this[engine].IsBeforeBaseline);

    /// <summary>Whether it should have a twin and has none.</summary>
    public bool IsUnpaired => !IsPaired && !IsBeforeBaseline;

    /// <summary>What is to say of it beside the two sides.</summary>
    public string Note => (IsUnpaired, IsBeforeBaseline) switch { (true, _) => "unpaired", (_, true) => "before the baseline", _ => MySqlId is null ? string.Empty : $"{MySqlId} on MySQL" };
}
