using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules;

namespace MigrateBoth.Detection.Tests.Planting;

/// <summary>What must be found at one object: one finding for each rule.</summary>
/// <param name="Object">The object's path, letter by letter.</param>
/// <param name="Rules">The rules.</param>
public sealed record Expected(string Object, IReadOnlyList<string> Rules)
{
    /// <summary>The weight of the findings where it is not their rules' default.</summary>
    public Severity? Severity { get; init; }

    /// <summary>
    /// Whether the finding names no engine: EF Core makes no views and triggers, so that no model says which side is wrong, and what
    /// only has another name is not wrong.
    /// </summary>
    public bool IsOfBoth { get; init; }

    /// <summary>The stage of rules that may come from any (MB9xx): usually parity, the only one in which raw objects count.</summary>
    public string AnyStage { get; init; } = StageNames.Parity;

    public static Expected At(string path, params string[] rules) => new(path, rules);

    /// <summary>The findings that the comparison itself takes for less, or more, than their rules do.</summary>
    public Expected Weighing(Severity severity) => this with { Severity = severity };

    public Expected In(string stage) => this with { AnyStage = stage };

    public Expected OfBoth() => this with { IsOfBoth = true };

    /// <summary>One per rule, as <see cref="FoundItem"/> has those that were found.</summary>
    public IEnumerable<FoundItem> Items(Engine engine) =>
        from id in Rules
        let rule = RuleSet.ById[id]
        select new FoundItem(
            StageNames.Of(id) ?? AnyStage, id, Severity ?? rule.DefaultSeverity, IsOfBoth ? null : engine, Object, rule.IsUnverified);
}
