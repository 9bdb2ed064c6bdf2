using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows S-03, C-12.</summary>
internal static class LengthNotEnforced
{
    public static Cause Cause { get; } = new(
        "length-not-enforced",
        ["S-03", "C-12"],
        "SQLite does not enforce HasMaxLength; MySQL refuses a text that is too long.",
        "Validate lengths before saving, in an interceptor or with a CHECK for SQLite.",
        s => s.MySqlRefuses(FailureClass.TooLong));
}
