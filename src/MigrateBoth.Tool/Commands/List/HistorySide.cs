namespace MigrateBoth.Tool.Commands.List;

/// <summary>One migration on one side.</summary>
/// <param name="Exists">Whether the project has it.</param>
/// <param name="IsApplied">Whether the given database has it, or null when none was given.</param>
/// <param name="IsBeforeBaseline">Whether it lies before the point from which migrations have to match, so that it needs no twin.</param>
internal sealed record HistorySide(bool Exists, bool? IsApplied, bool IsBeforeBaseline = false)
{
    /// <summary>A word for the table.</summary>
    public string Word => (Exists, IsApplied) switch
    {
        (true, null) => "yes",
        (true, true) => "applied",
        (true, false) => "pending",
        (false, true) => "applied, not in the project",
        (false, _) => "missing",
    };
}
