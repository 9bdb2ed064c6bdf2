using MigrateBoth.Core.Comparison.Types;

namespace MigrateBoth.Core.Expressions;

/// <summary>An expression in its one spelling.</summary>
/// <param name="Text">The spelling; two expressions that mean the same have the same.</param>
/// <param name="NotUnderstood">
/// Why the expression is not fully understood, for people; null when it is. An expression that is not understood can be equal to another one,
/// but it can never be said to differ.
/// </param>
public sealed record CanonicalSql(string Text, string? NotUnderstood)
{
    /// <summary>The columns it speaks of, in lower case.</summary>
    public IReadOnlyCollection<string> Columns { get; init; } = [];

    /// <summary>Whether every part of the expression is understood.</summary>
    public bool IsUnderstood => NotUnderstood is null;
}

/// <summary>What is known of a column that an expression speaks of.</summary>
/// <param name="IsNullable">Whether it accepts NULL.</param>
/// <param name="Kind">What kind of values it holds; none when that is not known.</param>
public sealed record ExpressionColumn(bool IsNullable, TypeFamilies Kind);
