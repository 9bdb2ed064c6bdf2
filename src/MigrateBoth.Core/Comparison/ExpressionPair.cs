using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>What an expression is for.</summary>
public enum ExpressionUse
{
    /// <summary>The condition of a check constraint.</summary>
    Check,

    /// <summary>A computed column.</summary>
    Generated,

    /// <summary>A column's default.</summary>
    Default,

    /// <summary>A part of an index.</summary>
    IndexPart,

    /// <summary>The query of a view.</summary>
    View,

    /// <summary>The statements of a trigger.</summary>
    Trigger,
}

/// <summary>
/// Two expressions that are equal by their texts, or may be equal: running both over the same rows decides.
/// </summary>
/// <param name="Use">What they are for.</param>
/// <param name="Object">The object's path, as a finding names it.</param>
/// <param name="Left">The left side's text.</param>
/// <param name="Right">The right side's text.</param>
public sealed record ExpressionPair(ExpressionUse Use, ObjectPath Object, string Left, string Right)
{
    /// <summary>The two sides of the table it belongs to; null for a view.</summary>
    public TablePair? Tables { get; init; }

    /// <summary>The column's name, for a default and a computed column.</summary>
    public string? Column { get; init; }

    /// <summary>The two triggers.</summary>
    public (Trigger Left, Trigger Right)? Triggers { get; init; }

    /// <summary>Whether the pair is more than two constants, which texts can tell apart.</summary>
    public bool NeedsRunning => Use != ExpressionUse.Default || IsComputed;

    /// <summary>Whether a default is computed by the server.</summary>
    public bool IsComputed { get; init; }

    /// <summary>What is reported if the expressions cannot be run; null where their texts are equal.</summary>
    public SchemaDifference? ByText { get; init; }

    /// <summary>Whether the engines are known to compute the pair differently for some values: running it can give an example, and cannot clear it.</summary>
    public bool IsKnownToDiffer { get; init; }
}

/// <summary>The result of running a pair of expressions.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Difference">The row that tells them apart and what each engine makes of it, for display; null when there is none.</param>
/// <param name="Obstacle">Why they could not be run; null when they were.</param>
public sealed record ExpressionVerdict(ExpressionPair Pair, string? Difference, string? Obstacle)
{
    /// <summary>Whether both were run and did the same.</summary>
    public bool IsSame => Difference is null && Obstacle is null;
}

/// <summary>What is behind each use of an expression.</summary>
internal static class ExpressionUses
{
    /// <summary>What a difference of such an expression is, and of which object.</summary>
    public static (DifferenceKind Difference, ObjectKind Object) Kinds(this ExpressionUse use) => use switch
    {
        ExpressionUse.Check => (DifferenceKind.CheckDefinition, ObjectKind.Check),
        ExpressionUse.Generated => (DifferenceKind.GeneratedColumn, ObjectKind.Column),
        ExpressionUse.Default => (DifferenceKind.DefaultValue, ObjectKind.Column),
        ExpressionUse.IndexPart => (DifferenceKind.IndexDefinition, ObjectKind.Index),
        ExpressionUse.View => (DifferenceKind.View, ObjectKind.View),
        ExpressionUse.Trigger => (DifferenceKind.Trigger, ObjectKind.Trigger),
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, null),
    };
}
