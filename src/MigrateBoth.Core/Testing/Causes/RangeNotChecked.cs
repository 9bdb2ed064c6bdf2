using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-15, C-25.</summary>
internal static class RangeNotChecked
{
    public static Cause Cause { get; } = new(
        "range-not-checked",
        ["C-15", "C-25"],
        "SQLite stores whatever number it is given; MySQL refuses one that is outside of its column's range or of another type.",
        "Check ranges before saving, or add a CHECK for SQLite.",
        s => s.MySqlRefuses(FailureClass.OutOfRange) || s.MySqlRefuses("1264", "1366", "1292", "1265"));
}
