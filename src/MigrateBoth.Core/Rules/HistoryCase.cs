namespace MigrateBoth.Core.Rules;

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

    /// <summary>What to do about it.</summary>
    public required string Advice { get; init; }

    /// <summary>How much this case matters, or null for the rule's default.</summary>
    public Severity? Severity { get; init; }
}
