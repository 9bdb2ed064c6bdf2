using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows S-53.</summary>
internal static class CheckOnDecimal
{
    public static Cause Cause { get; } = new(
        "check-on-decimal",
        ["S-53"],
        "SQLite stores a decimal as TEXT, so a CHECK compares it as text: '20' is greater than '100'.",
        "Write the check as A + 0 <= 100: the same text is right on both engines.",
        s => s.SqliteRefuses(FailureClass.Check));
}
