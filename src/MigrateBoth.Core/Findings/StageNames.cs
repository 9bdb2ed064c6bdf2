namespace MigrateBoth.Core.Findings;

/// <summary>The stages of <c>verify</c>, as reports and options name them.</summary>
public static class StageNames
{
    /// <summary>Level 1: migrations and snapshots.</summary>
    public const string History = "history";

    /// <summary>Level 2: migrations against the model, engine by engine.</summary>
    public const string Drift = "drift";

    /// <summary>Level 3: engine against engine.</summary>
    public const string Parity = "parity";

    /// <summary>Level 4: up, down, up again, with data.</summary>
    public const string RoundTrip = "roundtrip";

    /// <summary>Level 5: executed probes.</summary>
    public const string Behaviour = "behaviour";

    /// <summary>Level 6: the shared test suite.</summary>
    public const string Tests = "tests";

    /// <summary>All of them, in the order in which they are reported.</summary>
    public static IReadOnlyList<string> All { get; } = [History, Drift, Parity, RoundTrip, Behaviour, Tests];

    /// <summary>The stage that a rule belongs to, by the hundreds of its number; null for rules of any stage or none.</summary>
    public static string? Of(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Length > 2 && rule[2] is >= '1' and <= '6' ? All[rule[2] - '1'] : null;
    }
}
