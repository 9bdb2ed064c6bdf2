namespace MigrateBoth.Core.Execution;

/// <summary>What an engine made of an expression for one row: a value, or a refusal.</summary>
/// <param name="Value">The value.</param>
/// <param name="Refusal">Why there is none, or null.</param>
public readonly record struct Outcome(object? Value, Refusal? Refusal = null);

/// <summary>One step of running a trigger.</summary>
/// <param name="Text">The statement, for people.</param>
/// <param name="Refusal">Why it was refused, or null.</param>
public sealed record TriggerStep(string Text, Refusal? Refusal);

/// <summary>What is in a table.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="IsOrdered">Whether they are in the order in which they were inserted.</param>
public sealed record TableContent(string Table, QueryResult Rows, bool IsOrdered);

/// <summary>What one engine made of a plan.</summary>
public sealed class ExecutionOutcome
{
    /// <summary>The outcome of each expression by the number of the row.</summary>
    public Dictionary<ExpressionPair, Dictionary<int, Outcome>> Values { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What each view returns, once for each number of rows that its tables hold.</summary>
    public Dictionary<ExpressionPair, IReadOnlyList<QueryResult>> Views { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The steps of each trigger, and what is in the tables afterwards.</summary>
    public Dictionary<ExpressionPair, (IReadOnlyList<TriggerStep> Steps, IReadOnlyList<TableContent> Tables)> Triggers { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Why pairs could not be run at all.</summary>
    public Dictionary<ExpressionPair, string> Obstacles { get; } = new(ReferenceEqualityComparer.Instance);
}
