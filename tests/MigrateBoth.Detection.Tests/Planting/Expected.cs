using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Detection.Tests.Planting;

/// <summary>What must be found at one object: one finding for each rule.</summary>
/// <param name="Object">The object's path, letter by letter.</param>
/// <param name="Rules">The rules. What could not be verified (MB9xx) is expected of the parity stage: only there do raw objects count.</param>
public sealed record Expected(string Object, IReadOnlyList<string> Rules)
{
    /// <summary>The weight of the findings where it is not their rules' default.</summary>
    public Severity? Severity { get; init; }

    /// <summary>
    /// Whether the finding names no engine: EF Core makes no views and triggers, so that no model says which side is wrong, and what
    /// only goes by another name is not wrong.
    /// </summary>
    public bool IsOfBoth { get; init; }

    public static Expected At(string path, params string[] rules) => new(path, rules);

    /// <summary>The findings that the comparison itself takes for less, or more, than their rules do.</summary>
    public Expected Weighing(Severity severity) => this with { Severity = severity };

    public Expected OfBoth() => this with { IsOfBoth = true };

    /// <summary>One per rule, as <see cref="FoundItem"/> has those that were found.</summary>
    public IEnumerable<FoundItem> Items(Engine engine) =>
        from id in Rules
        let rule = RuleSet.ById[id]
        select new FoundItem(
            StageNames.Of(id) ?? StageNames.Parity, id, Severity ?? rule.DefaultSeverity, IsOfBoth ? null : engine, Object, rule.IsUnverified);
}
