using MigrateBoth.Core.Testing.Recorded;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue row S-44.</summary>
internal static class TimeZone
{
    public static Cause Cause { get; } = new(
        "time-zone",
        ["S-44"],
        "CURRENT_TIMESTAMP is UTC on SQLite and the time of the session's time zone on MySQL.",
        "Set default_time_zone = '+00:00' on the server, use UTC_TIMESTAMP() as MySQL's default, or let the application write the time.",
        s => Clocks.AreInOtherZones(s.SqliteValue, s.Sqlite?.At, s.MySqlValue, s.MySql?.At));
}
