using System.Diagnostics;
using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.MySql.Catalog;
using MigrateBoth.Sqlite;

namespace MigrateBoth.Bench.Catalogs;

/// <summary>Reading and comparing two large catalogs, against the dumps that one would otherwise compare by eye.</summary>
internal sealed class CatalogBench(BenchOptions options, BenchServer server)
{
    /// <summary>What <c>--only</c> is matched against.</summary>
    public const string Name = "catalog";

    private const int Small = 100;
    private const int Large = 1000;

    /// <summary>The command, whole, against both dumps.</summary>
    public async Task<Measurement> CompareAsync()
    {
        var schema = await LargeSchema.CreateAsync(Large, options.WorkDirectory, server);
        return await Measurement.TakeAsync(
            new Comparison
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"diff sqlite:FILE mysql:CONNECTION, {Name} of {Large} tables"),
                Against = "mysqldump --no-data, sqlite3 .schema",
                Bound = 1.0,
                ResetAsync = () => Task.CompletedTask,
                OursAsync = () => Command.In(options.WorkDirectory, options.Tool, "diff", SqliteOf(schema), $"mysql:{server.Database(schema.MySqlDatabase)}").RunAsync(),
                TheirsAsync = async () =>
                    await server.Dump(schema.MySqlDatabase).RunAsync()
                    + await Command.In(options.WorkDirectory, "sqlite3", schema.SqliteFile, ".schema").RunAsync(),
            },
            options.Runs);
    }

    /// <summary>How much longer ten times the tables take, within one process: a command's start would hide it.</summary>
    public async Task<(double Small, double Large, double Growth)> GrowthAsync()
    {
        var small = await LargeSchema.CreateAsync(Small, options.WorkDirectory, server);
        var large = await LargeSchema.CreateAsync(Large, options.WorkDirectory, server);
        await ReadAndCompareAsync(small);
        await ReadAndCompareAsync(large);

        List<double> ofSmall = [];
        List<double> ofLarge = [];
        List<double> growth = [];
        for (var run = 0; run < options.Runs; run++)
        {
            ofSmall.Add((await ReadAndCompareAsync(small)).TotalSeconds);
            ofLarge.Add((await ReadAndCompareAsync(large)).TotalSeconds);
            growth.Add(ofLarge[^1] / ofSmall[^1]);
        }

        return (Median(ofSmall), Median(ofLarge), Median(growth));
    }

    /// <summary>The largest growth from a hundred tables to a thousand that is at most linear.</summary>
    public static double Bound => (double)Large / Small;

    private async Task<TimeSpan> ReadAndCompareAsync(LargeSchema schema)
    {
        var clock = Stopwatch.StartNew();
        var sqlite = new SqliteCatalogReader().ReadAsync($"Data Source={schema.SqliteFile};Pooling=False", CancellationToken.None);
        var mySql = new MySqlCatalogReader().ReadAsync(server.Database(schema.MySqlDatabase), CancellationToken.None);
        var result = ParityStage.Run(new EnginePair<DatabaseSchema>(await sqlite, await mySql), fromModel: null, models: null);
        var elapsed = clock.Elapsed;

        // Something that was not compared would be fast.
        return result.Findings.Count == 0 && result.Checked > schema.Tables * 100
            ? elapsed
            : throw new InvalidOperationException($"{result.Checked} facts of {schema.Tables} tables and {result.Findings.Count} findings: {(result.Findings is [var first, ..] ? first.Message : "none")}");
    }

    private static string SqliteOf(LargeSchema schema) => $"sqlite:Data Source={schema.SqliteFile}";

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
