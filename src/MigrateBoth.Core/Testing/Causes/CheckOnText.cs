using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows S-55.</summary>
internal static class CheckOnText
{
    public static Cause Cause { get; } = new(
        "check-ignores-case",
        ["S-55"],
        "A CHECK on a text compares byte by byte on SQLite and by the collation on MySQL.",
        "Compare with an explicit collation per provider, or normalise the value before it is saved.",
        s => s.SqliteRefuses(FailureClass.Check) && s.Sqlite?.Parameters.Any(value => value?.StartsWith("s:", StringComparison.Ordinal) == true) == true);
}
