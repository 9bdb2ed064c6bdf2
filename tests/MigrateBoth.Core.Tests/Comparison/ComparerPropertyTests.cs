using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Comparison.CrossEngine;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Tests.Fixtures;

namespace MigrateBoth.Core.Tests.Comparison;

/// <summary>What must hold for any schema, however odd.</summary>
public sealed class ComparerPropertyTests
{
    private const int Runs = 200;

    private static readonly Dictionary<DifferenceKind, DifferenceKind> Mirror = new()
    {
        [DifferenceKind.MissingTable] = DifferenceKind.ExtraTable,
        [DifferenceKind.MissingColumn] = DifferenceKind.ExtraColumn,
        [DifferenceKind.MissingIndex] = DifferenceKind.ExtraIndex,
        [DifferenceKind.MissingForeignKey] = DifferenceKind.ExtraForeignKey,
        [DifferenceKind.MissingCheck] = DifferenceKind.ExtraCheck,
    };

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MySql)]
    public void A_schema_does_not_differ_from_itself(Engine engine)
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var comparison = SchemaComparer.Compare(new RandomSchema(seed, engine).Next(), new RandomSchema(seed, engine).Next(), SameEngineProfile.Full);

            // A view that its server cannot resolve is said even if it is broken on both sides.
            Assert.True(comparison.Differences.All(d => d.Kind == DifferenceKind.BrokenView), $"seed {seed}: {string.Join("; ", comparison.Differences)}");
        }
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MySql)]
    public void The_other_way_round_the_same_things_differ(Engine engine)
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var (left, right) = (new RandomSchema(seed, engine).Next(), new RandomSchema(seed + Runs, engine).Next());

            var forth = SchemaComparer.Compare(left, right, SameEngineProfile.Full);
            var back = SchemaComparer.Compare(right, left, SameEngineProfile.Full);

            Assert.Equal(Kinds(forth, mirrored: false), Kinds(back, mirrored: true));
        }
    }

    [Fact]
    public void Between_engines_nothing_is_too_odd_to_be_compared_and_explained()
    {
        var profile = CrossEngineProfile.Create(null, null);
        for (var seed = 0; seed < Runs; seed++)
        {
            var comparison = SchemaComparer.Compare(new RandomSchema(seed, Engine.Sqlite).Next(), new RandomSchema(seed + Runs, Engine.MySql).Next(), profile);

            Assert.All(comparison.Differences, difference =>
            {
                var finding = RuleSet.For(RuleSet.Parity, difference.Kind).Find(difference, "parity", null);
                Assert.NotEmpty(finding.Message);
                Assert.NotEmpty(finding.Advice!);
            });
        }
    }

    [Fact]
    public void More_is_compared_in_a_larger_schema()
    {
        var small = Sound.MySql.Without("Orders");

        Assert.True(
            SchemaComparer.Compare(small, small, SameEngineProfile.Full).FactsCompared
            < SchemaComparer.Compare(Sound.MySql, Sound.MySql, SameEngineProfile.Full).FactsCompared);
    }

    /// <summary>Paths may carry the left side's spelling and names, so that only what differs is compared, table by table.</summary>
    private static List<string> Kinds(SchemaComparison comparison, bool mirrored) =>
    [
        .. comparison.Differences
            .Where(d => d.ObjectKind is Core.ObjectKind.Table or Core.ObjectKind.Column or Core.ObjectKind.PrimaryKey)
            .Select(d => $"{d.Object} {(mirrored ? Swap(d.Kind) : d.Kind)} {(mirrored ? d.Right : d.Left)} {(mirrored ? d.Left : d.Right)}")
            // Residue is what only the actual side has; the other way round the same is a default that is gone.
            .Where(text => !text.Contains(" Default", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static DifferenceKind Swap(DifferenceKind kind) =>
        Mirror.TryGetValue(kind, out var other) ? other
        : Mirror.ContainsValue(kind) ? Mirror.First(pair => pair.Value == kind).Key
        : kind;
}
