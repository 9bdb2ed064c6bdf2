using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Execution;

/// <summary>What a comparison of texts found, put right by what running the expressions showed.</summary>
internal static class ExecutedDifferences
{
    public static IReadOnlyList<SchemaDifference> Apply(SchemaComparison comparison, IReadOnlyList<ExpressionVerdict> verdicts)
    {
        if (verdicts.Count == 0)
        {
            return comparison.Differences;
        }

        var byExpression = verdicts.ToLookup(verdict => Key(verdict.Pair));
        var settled = new HashSet<SchemaDifference>(ReferenceEqualityComparer.Instance);
        var shown = new List<SchemaDifference>();
        foreach (var pair in comparison.Expressions)
        {
            if (byExpression[Key(pair)].FirstOrDefault() is not { } verdict)
            {
                continue;
            }

            if (pair.ByText is { } byText && comparison.Differences.FirstOrDefault(difference => (difference.Kind, difference.Object) == (byText.Kind, byText.Object)) is { } open)
            {
                settled.Add(open);
                if (verdict.Obstacle is { } obstacle)
                {
                    shown.Add(open with { Detail = open.Detail is null ? $"running them did not decide: {obstacle}" : $"{open.Detail}; running them did not decide: {obstacle}" });
                }
            }

            if (verdict.Difference is { } row)
            {
                shown.Add(Difference(pair, row));
            }
        }

        return [.. comparison.Differences.Where(difference => !settled.Contains(difference)), .. shown];
    }

    /// <summary>What a difference of such an expression is, and of which object.</summary>
    public static (DifferenceKind Difference, ObjectKind Object) KindOf(ExpressionUse use) => use switch
    {
        ExpressionUse.Check => (DifferenceKind.CheckDefinition, ObjectKind.Check),
        ExpressionUse.Generated => (DifferenceKind.GeneratedColumn, ObjectKind.Column),
        ExpressionUse.Default => (DifferenceKind.DefaultValue, ObjectKind.Column),
        ExpressionUse.IndexPart => (DifferenceKind.IndexDefinition, ObjectKind.Index),
        ExpressionUse.View => (DifferenceKind.View, ObjectKind.View),
        ExpressionUse.Trigger => (DifferenceKind.Trigger, ObjectKind.Trigger),
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, null),
    };

    private static (ExpressionUse, ObjectPath, string, string) Key(ExpressionPair pair) => (pair.Use, pair.Object, pair.Left, pair.Right);

    private static SchemaDifference Difference(ExpressionPair pair, string row)
    {
        var (kind, objectKind) = KindOf(pair.Use);
        return new SchemaDifference
        {
            Kind = kind,
            ObjectKind = objectKind,
            Object = pair.Object,
            LeftEngine = Engine.Sqlite,
            RightEngine = Engine.MySql,
            Left = pair.Left,
            Right = pair.Right,
            Detail = row,
        };
    }
}
