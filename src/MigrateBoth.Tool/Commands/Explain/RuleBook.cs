using MigrateBoth.Core.Rules;

namespace MigrateBoth.Tool.Commands.Explain;

/// <summary>All rules with their pages.</summary>
internal static class RuleBook
{
    /// <summary>Reads it.</summary>
    public static IReadOnlyList<RulePage> Read() =>
        [.. RuleSet.ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(rule => new RulePage(rule.Id, rule.Title, rule.DefaultSeverity, Body(RuleDocs.Find(rule.Id) ?? string.Empty)))];

    /// <summary>The section without its heading and its line of title and severity, which are shown anyway.</summary>
    private static string Body(string section) =>
        string.Join('\n', section.Split('\n').SkipWhile(line => line.Length == 0 || line.StartsWith("### ", StringComparison.Ordinal) || line.StartsWith("**", StringComparison.Ordinal))).Trim();
}
