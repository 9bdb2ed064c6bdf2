using MigrateBoth.Core.Execution;

namespace MigrateBoth.Core.Comparison;

/// <summary>What comparing two catalogs brought to light.</summary>
/// <param name="Differences">Every difference, in the order of the tables.</param>
/// <param name="FactsCompared">How many single facts were held against each other.</param>
public sealed record SchemaComparison(IReadOnlyList<SchemaDifference> Differences, int FactsCompared)
{
    /// <summary>The expressions whose texts are equal, or do not decide: whether they do the same is told by running them.</summary>
    public IReadOnlyList<ExpressionPair> Expressions { get; init; } = [];
}
