namespace MigrateBoth.Core.Comparison;

/// <summary>What comparing two catalogs brought to light.</summary>
/// <param name="Differences">Every difference, in the order of the tables.</param>
/// <param name="FactsCompared">How many single facts were held against each other.</param>
public sealed record SchemaComparison(IReadOnlyList<SchemaDifference> Differences, int FactsCompared);
