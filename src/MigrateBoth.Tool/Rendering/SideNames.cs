namespace MigrateBoth.Tool.Rendering;

/// <summary>What the two sides of a finding are called in the stage that found it.</summary>
/// <param name="Expected">The side of <see cref="Core.Findings.Finding.Expected"/>.</param>
/// <param name="Actual">The side of <see cref="Core.Findings.Finding.Actual"/>.</param>
internal sealed record SideNames(string Expected, string Actual)
{
    public static SideNames Of(string stage) => stage switch
    {
        "parity" or "history" => new("SQLite", "MySQL"),
        "drift" => new("model", "migrations"),
        _ => new("expected", "found"),
    };
}
