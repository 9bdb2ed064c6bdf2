using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using MigrateBoth.Bench;
using MigrateBoth.Bench.Catalogs;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var options = BenchOptions.Parse(args);

var readiness = new List<TimeSpan>();
for (var i = 0; i < options.Runs; i++)
{
    await using var started = await BenchServer.StartAsync(options.Image);
    readiness.Add(started.Readiness);
}

await using var server = await BenchServer.StartAsync(options.Image);
var measurements = new List<Measurement>();
var text = new StringBuilder();

BenchProject? small = null;
foreach (var (suffix, entities, migrations) in new[] { ("", 15, 1), (", 300 entities", 300, 1), (", 100 migrations", 40, 100) })
{
    bool IsWanted(string command) => options.Only switch
    {
        null => true,
        "small" => suffix.Length == 0,
        { } only => (command + suffix).Contains(only, StringComparison.Ordinal),
    };
    if (!Comparisons.Commands.Any(IsWanted))
    {
        continue;
    }

    await Console.Error.WriteLineAsync($"generating {entities} entities in {migrations} migration(s)");
    var project = await BenchProject.CreateAsync(options, $"Bench{entities}x{migrations}", entities, migrations);
    if (suffix.Length == 0)
    {
        small = project;
    }

    foreach (var command in Comparisons.Commands.Where(IsWanted))
    {
        var comparison = Comparisons.Of(command, project, server, suffix);
        // What the one before left is taken back and built: the build is not what the others are compared by.
        await project.ResetAsync();
        await project.BuildAsync();
        measurements.Add(await Measurement.TakeAsync(comparison, options.Runs));
    }
}

var levels = options.Only is null || LevelBench.Name.Contains(options.Only, StringComparison.Ordinal) ? await new LevelBench(options, server).MeasureAsync() : default;

const string Adoption = "adoption";
if (options.Only is null || Adoption.Contains(options.Only, StringComparison.Ordinal))
{
    await Console.Error.WriteLineAsync("generating 130 entities in 150 and 400 migrations");
    var old = await BenchProject.CreateAsync(options, "Bench130x150x400", entities: 130, sqliteMigrations: 150, mySqlMigrations: 400);
    measurements.Add(await Measurement.TakeAsync(Comparisons.Adoption(old, server, ", 130 tables in 150 and 400 migrations"), options.Runs));
}

var catalogs = options.Only is not { } name || name.Contains(CatalogBench.Name, StringComparison.Ordinal) ? new CatalogBench(options, server) : null;
if (catalogs is not null)
{
    measurements.Add(await catalogs.CompareAsync());
}

text.AppendLine("| command | seconds | against | seconds | ratio | bound | |");
text.AppendLine("|---|---:|---|---:|---:|---:|---|");
foreach (var measurement in measurements)
{
    text.AppendLine(CultureInfo.InvariantCulture,
        $"| {measurement.Comparison.Name} | {measurement.OursSeconds:F2} | {measurement.Comparison.Against} | {measurement.TheirsSeconds:F2} | {measurement.Ratio:F2} | {measurement.Comparison.Bound?.ToString("F2") ?? "none"} | {(measurement.Comparison.Bound is null ? "" : measurement.IsWithinBound ? "ok" : "MISSED")} |");
}

var growthWithin = true;
if (catalogs is not null)
{
    var (small100, large1000, growth) = await catalogs.GrowthAsync();
    growthWithin = growth <= CatalogBench.Bound;
    text.AppendLine();
    text.AppendLine("| reading and comparing, in one process | 100 tables, seconds | 1,000 tables, seconds | growth | bound | |");
    text.AppendLine("|---|---:|---:|---:|---:|---|");
    text.AppendLine(CultureInfo.InvariantCulture,
        $"| both catalogs | {small100:F3} | {large1000:F3} | {growth:F2} | {CatalogBench.Bound:F2} | {(growthWithin ? "ok" : "MISSED")} |");
}

var coldWithin = true;
if (small is not null)
{
    var cold = new List<double>();
    for (var i = 0; i < options.Runs; i++)
    {
        cold.Add((await small.Ours("verify", "--only", "drift,parity", "--no-build", "--mysql", "docker").With("MIGRATEBOTH_MYSQL_IMAGE", options.Image).RunAsync()).TotalSeconds);
    }

    cold.Sort();
    var ready = readiness.Order().ElementAt(readiness.Count / 2).TotalSeconds;
    var overhead = cold[cold.Count / 2] - ready;
    coldWithin = overhead <= 4;
    text.AppendLine();
    text.AppendLine("| command | seconds | container alone, to its first answer | difference | bound | |");
    text.AppendLine("|---|---:|---:|---:|---:|---|");
    text.AppendLine(CultureInfo.InvariantCulture,
        $"| verify --only drift,parity --no-build, cold | {cold[cold.Count / 2]:F2} | {ready:F2} | {overhead:F2} | 4.00 | {(coldWithin ? "ok" : "MISSED")} |");
}

if (levels.Table is not null)
{
    text.AppendLine().Append(levels.Table);
}

text.AppendLine();
text.AppendLine(CultureInfo.InvariantCulture,
    $"Medians of {options.Runs} pairs of runs in turn after one warm-up; {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, image `{options.Image}`.");
Console.Write(text);
if (options.Output is { } output)
{
    await File.WriteAllTextAsync(output, text.ToString());
}

return coldWithin && growthWithin && (levels.Table is null || levels.IsWithin) && measurements.TrueForAll(measurement => measurement.IsWithinBound) ? 0 : 1;
