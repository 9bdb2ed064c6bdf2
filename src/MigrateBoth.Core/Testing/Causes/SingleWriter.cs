using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-46.</summary>
internal static class SingleWriter
{
    public static Cause Cause { get; } = new(
        "single-writer",
        ["C-46"],
        "SQLite lets one connection write at a time and fails the second one when its time is up; MySQL locks rows.",
        "Keep transactions short, and do not write from two connections in one test.",
        s => s.SqliteRefuses(FailureClass.Timeout));
}
