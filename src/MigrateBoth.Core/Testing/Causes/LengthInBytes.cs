namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows M-56, S-55.</summary>
internal static class LengthInBytes
{
    public static Cause Cause { get; } = new(
        "length-in-bytes",
        ["M-56", "S-55"],
        "length() counts characters on SQLite and bytes on MySQL.",
        "Use LINQ's Length, or char_length on MySQL.",
        s => s.IsRaw() && s.MySqlHas(@"(?<!char_)\blength\("));
}
