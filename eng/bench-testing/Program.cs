using System.Globalization;
using System.Runtime.InteropServices;

using MigrateBoth.Bench;
using MigrateBoth.Testing.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// The engine of a process is decided once: the resets of each engine are measured in a process of their own.
if (args is ["resets", var count])
{
    Console.WriteLine(Resets.Measure(int.Parse(count, CultureInfo.InvariantCulture)));
    return 0;
}

if (args is not [var suite, var image, var runsText])
{
    await Console.Error.WriteLineAsync("usage: eng/bench-testing.sh [RUNS]");
    return 64;
}

var runs = int.Parse(runsText, CultureInfo.InvariantCulture);
await using var server = await BenchServer.StartAsync(image);
var isWithin = true;
Console.WriteLine("| reset of the shop after 50 rows | milliseconds | drop and migrate | ratio | bound | |");
Console.WriteLine("|---|---:|---:|---:|---:|---|");
foreach (var engine in new[] { "sqlite", "mysql" })
{
    var result = ResetResult.Parse(await TestRun.ResetsAsync(engine, server.ConnectionString, runs * 5));
    isWithin &= result.Ratio >= 20;
    Console.WriteLine($"| {engine} | {result.ResetMilliseconds:F1} | {result.MigrateMilliseconds:F0} | {result.Ratio:F0} | 20 | {(result.Ratio >= 20 ? "ok" : "MISSED")} |");
}

Console.WriteLine();
Console.WriteLine("| suite of the shop, `dotnet test --no-build` | recorded, seconds | not recorded | ratio | bound | |");
Console.WriteLine("|---|---:|---:|---:|---:|---|");
foreach (var engine in new[] { "sqlite", "mysql" })
{
    var ratios = new List<double>();
    var (with, without) = (new List<double>(), new List<double>());
    for (var run = 0; run <= runs; run++)
    {
        var recorded = await TestRun.SuiteAsync(suite, engine, server.ConnectionString, isRecorded: true);
        var plain = await TestRun.SuiteAsync(suite, engine, server.ConnectionString, isRecorded: false);
        await Console.Error.WriteLineAsync($"{engine} {(run == 0 ? "warm-up" : $"run {run}/{runs}")}: {recorded:F2} s recorded, {plain:F2} s not");
        if (run > 0)
        {
            ratios.Add(recorded / plain);
            with.Add(recorded);
            without.Add(plain);
        }
    }

    var ratio = Resets.Median(ratios);
    isWithin &= ratio <= 1.15;
    Console.WriteLine($"| {engine} | {Resets.Median(with):F2} | {Resets.Median(without):F2} | {ratio:F2} | 1.15 | {(ratio <= 1.15 ? "ok" : "MISSED")} |");
}

Console.WriteLine();
Console.WriteLine($"Medians of {runs} pairs in turn after one warm-up; {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, image `{image}`.");
return isWithin ? 0 : 1;
