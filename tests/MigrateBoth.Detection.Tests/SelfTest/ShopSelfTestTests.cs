using MigrateBoth.Core;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Stages;
using MigrateBoth.Detection.Tests.Servers;
using MigrateBoth.Detection.Tests.Shop;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Verification;
using MigrateBoth.Tool.Verification.SelfTest;

namespace MigrateBoth.Detection.Tests.SelfTest;

/// <summary>The product's own catalogue, planted in the sample as <c>verify --self-test</c> does it.</summary>
[Collection(OnShop.Name)]
public sealed class ShopSelfTestTests(ShopFixture shop)
{
    [ShopFact]
    public async Task Every_defect_of_the_catalogue_is_found_in_the_sample_at_the_right_object()
    {
        var result = await shop.SelfTestAsync();

        Assert.Null(result.Obstacle);
        Assert.Empty(result.Missed);
        Assert.True(result.IsPassed);
        Assert.InRange(result.Kinds, 80, int.MaxValue);
        Assert.InRange(result.Planted, 300, int.MaxValue);

        // What could not be planted is known one by one: a statement that a server refuses would otherwise make a kind vanish unseen.
        Assert.Equal(
            [
                "sqlite default-extra-number: the schema has no place for it",
                "sqlite plain-made-computed: the schema has no place for it",
                "sqlite identity-extra: the schema has no place for it",
                "sqlite view-token: the schema has no place for it",
                "sqlite view-missing: the schema has no place for it",
                "sqlite view-column-missing: the schema has no place for it",
                "sqlite trigger-token: the schema has no place for it",
                "sqlite trigger-missing: the schema has no place for it",
                "mysql default-extra-number: the schema has no place for it",
                "mysql plain-made-computed: the schema has no place for it",
                "mysql identity-extra: the schema has no place for it",
                "mysql view-token: the schema has no place for it",
                "mysql table-without-transactions: the schema has no place for it",
                "mysql table-partitioned: the schema has no place for it",
                "mysql column-bytes-shorter: the schema has no place for it",
                "mysql index-fulltext-parser: the schema has no place for it",
                "mysql view-column-missing: the schema has no place for it",
                "mysql trigger-token: the schema has no place for it",
                "mysql view-missing: the schema has no place for it",
            ],
            result.Scores.Where(score => score.Planted == 0).Select(score => $"{score.Engine.Id()} {score.Kind}: {score.NotApplicable}"));
    }

    /// <summary>The control of the control: a reader that sees no defect must cost the whole score.</summary>
    [ShopFact]
    public async Task A_reader_that_is_blind_is_found_out()
    {
        var runner = new SelfTestRunner(engine => new BlindReader(shop.Migrated[engine]), new PlainProgress(TextWriter.Null, verbose: false, quiet: true), [.. DefectCatalogue.All.Where((_, i) => i % 10 == 0)]);

        var result = await runner.RunAsync(await shop.CopiesAsync(), shop.Models, CancellationToken.None);

        Assert.False(result.IsPassed);
        Assert.Equal(0, result.Found);
        Assert.Equal(result.Planted, result.Missed.Count);
        Assert.InRange(result.Planted, 20, int.MaxValue);
    }

    [ShopFact]
    public async Task Without_a_migrated_schema_it_is_incomplete()
    {
        var runner = new SelfTestRunner(_ => throw new InvalidOperationException(), new PlainProgress(TextWriter.Null, verbose: false, quiet: true));
        var schemas = EngineNames.All.Select(engine => new EngineSchemas { Engine = engine }).ToList();

        var result = await runner.RunAsync(schemas, shop.Models, CancellationToken.None);

        Assert.True(result.IsIncomplete);
        Assert.Equal(Outcome.Incomplete, Report(result).Outcome);
    }

    [ShopFact]
    public void A_missed_defect_fails_a_check_in_which_nothing_else_was_found()
    {
        var result = new SelfTestResult
        {
            Scores = [new KindScore("index-missing", Engine.Sqlite, 1, 1, null), new KindScore("index-missing", Engine.MySql, 1, 0, null)],
            Missed = [new MissedDefect("index-missing", new ObjectPath("Orders", "IX_Orders_Number"), Engine.MySql, "drift MB230")],
        };

        Assert.Equal(Outcome.Failed, Report(result).Outcome);
        Assert.Equal(Outcome.Passed, Report(Found(Engine.Sqlite, Engine.MySql)).Outcome);
        Assert.Equal(Outcome.Incomplete, Report(new SelfTestResult()).Outcome);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MySql)]
    public void Nothing_planted_on_one_engine_is_incomplete(Engine tested)
    {
        var result = Found(tested);

        Assert.Equal(Outcome.Incomplete, Report(result).Outcome);
        Assert.Contains($"None could be planted on {tested.Other().DisplayName()}.", SelfTestText.Verdict(result), StringComparison.Ordinal);
    }

    private static SelfTestResult Found(params Engine[] engines) =>
        new() { Scores = [.. engines.Select(engine => new KindScore("index-missing", engine, 1, 1, null))] };

    private static CheckReport Report(SelfTestResult result) => new()
    {
        Command = "verify",
        ToolVersion = "1.0.0",
        FailOn = Core.Severity.Error,
        Stages = [new StageResult { Name = "parity", Status = StageStatus.Passed, Checked = 1 }],
        SelfTest = result,
    };

    private sealed class BlindReader(DatabaseSchema schema) : ICatalogReader
    {
        public Engine Engine => schema.Engine;

        public Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken) => Task.FromResult(schema);
    }
}
