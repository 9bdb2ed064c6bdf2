using System.Globalization;
using MigrateBoth.Detection.Tests.Servers;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Tool;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Verification.SelfTest;
using Xunit.Abstractions;

namespace MigrateBoth.Detection.Tests.Generation;

/// <summary>
/// Randomly generated models. A failure names its seed: MIGRATEBOTH_SEED=SEED runs that one alone, MIGRATEBOTH_SEED=1070-1129 or 1,5,9 several.
/// </summary>
public sealed class GeneratedModelTests(GeneratedFixture fixture, ITestOutputHelper output) : IClassFixture<GeneratedFixture>
{
    private static readonly IReadOnlyList<int> OnlySeeds = [.. SeedsOf(Environment.GetEnvironmentVariable("MIGRATEBOTH_SEED"))];

    [ShopTheory]
    [Trait("Category", "Long")]
    [InlineData(101)]
    public Task In_a_model_of_forty_tables_nothing_is_found_and_every_planted_defect_is(int seed) =>
        SelfTestAsync(seed, [.. DefectCatalogue.All.Where((_, i) => i % 4 == 0)]);

    [ShopTheory]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    [InlineData(104)]
    [Trait("Category", "Long")]
    public Task Nor_are_the_defects_of_all_kinds_missed_in_others(int seed) => SelfTestAsync(seed, DefectCatalogue.All);

    [ShopFact]
    public Task Whatever_a_model_goes_through_verify_passes_and_one_edit_of_a_database_is_found() => PlayAsync(firstSeed: 1, sequences: 2);

    [ShopFact]
    [Trait("Category", "Long")]
    public Task Two_hundred_models_later_it_still_does() => PlayAsync(firstSeed: 1000, sequences: 200);

    /// <summary>Shows every line in full, which Assert.Empty does not.</summary>
    private static void AssertNone(IEnumerable<string> lines) => Assert.Equal(string.Empty, string.Join('\n', lines));

    private static IEnumerable<int> SeedsOf(string? text) =>
        from part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
        let ends = part.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList()
        from seed in Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)
        select seed;

    private static string Line(Finding finding) => $"{finding.Severity} {finding.Rule} {finding.Object}: {finding.Message} [{finding.Difference}]";

    private async Task SelfTestAsync(int seed, IReadOnlyList<DefectKind> kinds)
    {
        var application = fixture.Application;
        application.Begin();
        await application.AddAsync(new ModelGenerator(new Random(OnlySeeds is [var only, ..] ? only : seed), longNames: true).Model(tables: 40));
        var evidence = await application.VerifyAsync(fixture.Servers);

        AssertNone(evidence.Schemas.SelectMany(schema => schema.Obstacles).Select(obstacle => $"{obstacle.Reason} {obstacle.Statement} {obstacle.ServerError}"));
        AssertNone(GeneratedApplication.Findings(evidence).Select(Line));

        var services = new ToolServices();
        var runner = new SelfTestRunner(engine => services.CatalogReader(evidence.Models[engine]), new PlainProgress(TextWriter.Null, verbose: false, quiet: true), kinds);
        var result = await runner.RunAsync(evidence.Schemas, evidence.Models, CancellationToken.None);
        output.WriteLine($"{result.Found} of {result.Planted} of {result.Kinds} kinds in {result.Duration}");
        foreach (var score in result.Scores.Where(score => score.Planted == 0))
        {
            output.WriteLine($"{score.Engine} {score.Kind}: {score.NotApplicable}");
        }

        Assert.True(result.Obstacle is null, result.Obstacle);
        AssertNone(result.Missed.Select(missed => $"{missed.Engine} {missed.Kind} at {missed.Object}: {missed.Expected}"));
        Assert.InRange(result.Scores.Count(score => score.Planted > 0), kinds.Count * 8 / 10, kinds.Count);
        Assert.DoesNotContain(result.Scores, score => score.NotApplicable?.Contains("cannot be made anew", StringComparison.Ordinal) == true);
    }

    private async Task PlayAsync(int firstSeed, int sequences)
    {
        List<string> failures = [];
        foreach (var seed in OnlySeeds.Count > 0 ? OnlySeeds : Enumerable.Range(firstSeed, sequences))
        {
            var sequence = new Sequence(fixture.Application, fixture.Servers, seed);
            var failure = await sequence.PlayAsync();
            output.WriteLine($"{seed}: {sequence.Log}");
            if (failure is not null)
            {
                failures.Add($"MIGRATEBOTH_SEED={seed}: {failure}");
                output.WriteLine(failures[^1]);
            }
        }

        AssertNone(failures);
    }
}
