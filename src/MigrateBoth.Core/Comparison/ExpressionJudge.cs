namespace MigrateBoth.Core.Comparison;

/// <summary>Compares two expressions of one table.</summary>
public delegate Judgement ExpressionJudge(TablePair tables, ExpressionSide left, ExpressionSide right);
