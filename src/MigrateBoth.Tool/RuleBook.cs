using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Rules;

namespace MigrateBoth.Tool;

/// <summary>All rules with their pages.</summary>
internal static class RuleBook
{
    /// <summary>Reads the pages of all rules.</summary>
    public static IReadOnlyList<RulePage> Read() =>
        [.. RuleSet.ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(rule => new RulePage(rule.Id, rule.Title, rule.DefaultSeverity, Body(RuleDocs.Find(rule.Id) ?? string.Empty)))];

    /// <summary>The section without its heading and its line of title and severity, which are shown anyway.</summary>
    private static string Body(string section) =>
        string.Join('\n', section.Split('\n').SkipWhile(line => line.Length == 0 || line.StartsWith("### ", StringComparison.Ordinal) || line.StartsWith("**", StringComparison.Ordinal))).Trim();
}

/// <summary>What is written about one rule.</summary>
/// <param name="Id">Such as <c>MB301</c>.</param>
/// <param name="Title">One line.</param>
/// <param name="Severity">Its severity unless the configuration says otherwise.</param>
/// <param name="Text">The page as Markdown, without its heading.</param>
internal sealed record RulePage(string Id, string Title, Severity Severity, string Text)
{
    /// <summary>The severity as it is written in JSON and configuration.</summary>
    public string SeverityName => Severity.Name();
}
