namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows S-14, C-33.</summary>
internal static class OffsetLost
{
    public static Cause Cause { get; } = new(
        "offset-lost",
        ["S-14", "C-33"],
        "MySQL's datetime holds no offset: a DateTimeOffset comes back in UTC.",
        "Convert it to a UTC DateTime with a value converter.",
        s => s.BothAre("do:") && Offset(s.SqliteValue!) != Offset(s.MySqlValue!));

    /// <summary>The last six characters, such as <c>+02:00</c>.</summary>
    private static string Offset(string value) => value[^6..];
}
