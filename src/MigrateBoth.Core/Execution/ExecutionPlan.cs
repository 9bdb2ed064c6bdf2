using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Rows;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Execution;

/// <summary>Which expressions are run over which rows. The plan contains no SQL of its own: each engine generates it.</summary>
public sealed record ExecutionPlan
{
    /// <summary>Tables with the expressions over their columns.</summary>
    public IReadOnlyList<RowTable> Tables { get; init; } = [];

    /// <summary>Views and triggers, with the tables that they need.</summary>
    public IReadOnlyList<RelationGroup> Groups { get; init; } = [];

    /// <summary>Pairs that cannot be run, and why.</summary>
    public IReadOnlyList<ExpressionVerdict> Obstacles { get; init; } = [];

    /// <summary>Whether texts are compared letter by letter, whatever collation the columns have.</summary>
    public bool IsNeutral { get; init; }

    /// <summary>Whether there is nothing to run.</summary>
    public bool IsEmpty => Tables.Count == 0 && Groups.Count == 0;
}

/// <summary>A table, its rows, and the expressions that are evaluated over them.</summary>
/// <param name="Left">The table on the left engine.</param>
/// <param name="Right">The table on the right engine.</param>
/// <param name="Columns">The columns that rows have values for, in the order of the values.</param>
/// <param name="Rows">The rows.</param>
public sealed record RowTable(Table Left, Table Right, IReadOnlyList<LogicalColumn> Columns, IReadOnlyList<IReadOnlyList<LogicalValue>> Rows)
{
    /// <summary>The checks, computed columns and parts of indexes.</summary>
    public IReadOnlyList<ExpressionPair> Expressions { get; init; } = [];

    /// <summary>The pairs of column defaults.</summary>
    public IReadOnlyList<ExpressionPair> Defaults { get; init; } = [];

    /// <summary>The table of one engine.</summary>
    public Table this[bool isLeft] => isLeft ? Left : Right;
}

/// <summary>Views and triggers that are run over the same rows.</summary>
/// <param name="Relations">Tables as the views and triggers need them: whole, with rows that join.</param>
/// <param name="Views">Views, in the order in which they are tried.</param>
/// <param name="Triggers">Triggers.</param>
public sealed record RelationGroup(IReadOnlyList<RowTable> Relations, IReadOnlyList<PlannedView> Views, IReadOnlyList<PlannedTrigger> Triggers)
{
    /// <summary>Whether the views and triggers have faults planted into them.</summary>
    public bool IsPlanted { get; init; }
}

/// <summary>A view that is run on both engines.</summary>
/// <param name="Pair">The pair it is for; null for a view that is only made because others may read it.</param>
/// <param name="Left">The view on the left engine.</param>
/// <param name="Right">The view on the right engine.</param>
public sealed record PlannedView(ExpressionPair? Pair, View Left, View Right);

/// <summary>A trigger and the statements that fire it, one after the other.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Table">The table it is on, with the rows that are inserted.</param>
public sealed record PlannedTrigger(ExpressionPair Pair, RowTable Table);

/// <summary>The result of an expression for one row: a value, or a refusal.</summary>
/// <param name="Value">The value.</param>
/// <param name="Refusal">Why there is none, or null.</param>
public readonly record struct Outcome(object? Value, Refusal? Refusal = null);

/// <summary>One step of running a trigger.</summary>
/// <param name="Text">The statement, for display.</param>
/// <param name="Refusal">Why it was refused, or null.</param>
public sealed record TriggerStep(string Text, Refusal? Refusal);

/// <summary>What is in a table.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="IsOrdered">Whether they are in the order in which they were inserted.</param>
public sealed record TableContent(string Table, QueryResult Rows, bool IsOrdered);

/// <summary>The results of a plan on one engine.</summary>
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
