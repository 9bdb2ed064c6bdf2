using MigrateBoth.Core.Findings;
using MigrateBoth.Core.History;

namespace MigrateBoth.Core.Rules;

/// <summary>A rule about the two migration histories and the two models.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Title">What the rule finds, in a few words.</param>
/// <param name="DefaultSeverity">How much it matters by default.</param>
/// <param name="Check">Finds every case.</param>
public sealed record HistoryRule(
    string Id,
    string Title,
    Severity DefaultSeverity,
    Func<HistoryFacts, IEnumerable<HistoryCase>> Check) : Rule(Id, Title, DefaultSeverity)
{
    /// <summary>The findings of this rule.</summary>
    public IEnumerable<Finding> Find(HistoryFacts facts) => Check(facts).Select(Of);

    /// <summary>The finding of one case.</summary>
    internal Finding Of(HistoryCase found) => new()
    {
        Rule = Id,
        Severity = found.Severity ?? DefaultSeverity,
        Engine = found.Engine,
        Stage = Core.Findings.StageNames.History,
        Object = found.Object,
        Kind = found.Kind,
        Message = found.Message,
        Expected = found.Expected,
        Actual = found.Actual,
        Advice = found.Advice,
        Sides = found.Sides,
        HelpUri = HelpUri,
    };
}

/// <summary>One case that a <see cref="HistoryRule"/> found.</summary>
public sealed record HistoryCase
{
    /// <summary>A migration's id, a table, a column, or the context.</summary>
    public required ObjectPath Object { get; init; }

    /// <summary>What the object is.</summary>
    public required ObjectKind Kind { get; init; }

    /// <summary>The engine at fault, or null for both.</summary>
    public Engine? Engine { get; init; }

    /// <summary>What is wrong, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>What was expected, or what SQLite's side has.</summary>
    public string? Expected { get; init; }

    /// <summary>What was found, or what MySQL's side has.</summary>
    public string? Actual { get; init; }

    /// <summary>What the two are called where they are not SQLite's and MySQL's side; null where they are.</summary>
    public FindingSides? Sides { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Advice { get; init; }

    /// <summary>How much this case matters, or null for the rule's default.</summary>
    public Severity? Severity { get; init; }
}
