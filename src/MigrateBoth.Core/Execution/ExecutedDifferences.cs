using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Execution;

/// <summary>The differences of a comparison of texts, corrected by the results of running the expressions.</summary>
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

            if (pair.ByText is { } byText && comparison.Differences.FirstOrDefault(difference => (difference.Kind, difference.Object) == (byText.Kind, byText.Object)) is { } open
                && (verdict.Difference is not null || !pair.IsKnownToDiffer))
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

    private static (ExpressionUse, ObjectPath, string, string) Key(ExpressionPair pair) => (pair.Use, pair.Object, pair.Left, pair.Right);

    private static SchemaDifference Difference(ExpressionPair pair, string row)
    {
        var (kind, objectKind) = pair.Use.Kinds();
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
