using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB909: findings that the configuration hides.</summary>
internal static class SwitchedOff
{
    public static Notice Rule { get; } = new("MB909", "Rule is switched off", Severity.Info);

    public static Finding Hidden(string stage, string rule, int count) =>
        Rule.About(stage, new ObjectPath(rule), ObjectKind.Database, new Explanation(
            $"{rule} is switched off and would have reported {count} finding{(count == 1 ? "" : "s")}.",
            "Remove the entry from \"rules\" to see them, or accept the findings one by one so that new ones show."));
}
