namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows Q-09, C-16, S-17.</summary>
internal static class ToStringFormat
{
    public static Cause Cause { get; } = new(
        "to-string-format",
        ["Q-09", "C-16", "S-17"],
        "The engines write numbers, dates and Guids as texts in their own ways.",
        "Compare typed values, and format them in code.",
        s => s.SqliteHas(@"CAST\(.+AS TEXT\)") || (s.IsRaw() && s.AnyValue(IsGuidText)));

    private static bool IsGuidText(string value) => value.Length == 38 && value.StartsWith("s:", StringComparison.Ordinal) && Guid.TryParse(value[2..], out _);
}
