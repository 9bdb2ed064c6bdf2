namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows M-51, M-54, S-47.</summary>
internal static class QuotedText
{
    public static Cause Cause { get; } = new(
        "double-quotes",
        ["M-51", "M-54", "S-47"],
        "A text in double quotes is a name on SQLite and a text on MySQL.",
        "Write names without quotes or in backticks, texts in single quotes.",
        s => s.IsRaw() && s.MySqlHas("\""));
}
