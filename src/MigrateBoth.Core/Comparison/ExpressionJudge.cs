using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Compares two expressions of one table.</summary>
public delegate Judgement ExpressionJudge(TablePair tables, ExpressionSide left, ExpressionSide right);

/// <summary>One side of a comparison of expressions.</summary>
/// <param name="Text">What the catalog says.</param>
/// <param name="InCatalog">Finds the same expression in another catalog's version of the table, if it is there.</param>
/// <param name="InModel">Finds the SQL that the model gives for it, if it gives any.</param>
public sealed record ExpressionSide(string Text, Func<Table, string?> InCatalog, Func<ModelTable, string?> InModel);

/// <summary>The result of comparing one fact of two objects.</summary>
/// <param name="IsEqual">Whether both sides mean the same.</param>
/// <param name="Reason">Why not, or why nothing can be said; for people, without a full stop.</param>
/// <param name="Kind">The kind of the difference where it is not the fact's own.</param>
/// <param name="Weight">Its weight where it is not the rule's default.</param>
public sealed record Judgement(bool IsEqual, string? Reason = null, DifferenceKind? Kind = null, Severity? Weight = null)
{
    /// <summary>Whether the texts do not decide: run over the same rows, the expressions may turn out to do the same.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether the engines are known to compute the sides differently for some values, so that rows cannot clear them.</summary>
    public bool IsKnown { get; init; }

    /// <summary>The engines are known to compute the two differently.</summary>
    /// <param name="mark">What they compute differently, as the canonical form marks it.</param>
    public static Judgement Known(string mark)
    {
        var reason = mark == CanonicalSql.IgnoresCase
            ? "SQLite's LIKE ignores the case of letters, and MySQL compares the column by a case-sensitive collation"
            : "SQLite cuts off fractions where MySQL rounds or keeps them";
        return Differs(reason) with { IsOpen = true, IsKnown = true };
    }

    /// <summary>Both sides mean the same.</summary>
    public static Judgement Equal { get; } = new(true);

    /// <summary>The sides differ.</summary>
    public static Judgement Differs(string? reason = null, Severity? weight = null) => new(false, reason, null, weight);

    /// <summary>The sides differ, or cannot be compared, in a way that has a kind of its own.</summary>
    public static Judgement Of(DifferenceKind kind, string? reason = null) => new(false, reason, kind);

    /// <summary>Equal or different.</summary>
    public static Judgement EqualIf(bool isEqual) => isEqual ? Equal : Differs();
}
