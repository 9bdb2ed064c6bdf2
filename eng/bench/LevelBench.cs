using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MigrateBoth.Bench;

/// <summary>Levels 4 and 5: what they add to drift on the sample, and how they grow with migrations and with mappings.</summary>
/// <param name="options">What the script hands over.</param>
/// <param name="server">A warm server.</param>
internal sealed partial class LevelBench(BenchOptions options, BenchServer server)
{
    /// <summary>The part's name.</summary>
    public const string Name = "levels";

    private const double RoundTripBound = 10;
    private const double BehaviourBound = 8;
    private const double MigrationsBound = 2.5;
    private const double MappingsBound = 2;

    /// <summary>Measures; the table, and whether all bounds are kept.</summary>
    public async Task<(string Table, bool IsWithin)> MeasureAsync()
    {
        var shop = await CopyShopAsync();
        var (roundTrip, behaviour) = await BeyondDriftAsync(shop, "roundtrip", "behaviour");
        await Console.Error.WriteLineAsync("generating 40 entities in 50 and in 100 migrations, and 300 entities with 60 mappings");
        var half = await BeyondDriftAsync(await BenchProject.CreateAsync(options, "Bench40x50", entities: 40, migrations: 50), "roundtrip");
        var whole = await BeyondDriftAsync(await BenchProject.CreateAsync(options, "Bench40x100", entities: 40, migrations: 100), "roundtrip");
        var large = await BeyondDriftAsync(await BenchProject.CreateAsync(options, "Bench300m60", entities: 300, migrations: 1, mappings: 60), "behaviour");

        var rows = new (string What, double Value, double Bound, string Unit)[]
        {
            ("roundtrip beyond drift, Shop", roundTrip, RoundTripBound, "s"),
            ("behaviour beyond drift, Shop", behaviour, BehaviourBound, "s"),
            ($"roundtrip, 100 migrations ({whole:F1} s) against 50 ({half:F1} s)", whole / half, MigrationsBound, "×"),
            ($"behaviour, 300 entities with 60 mappings ({large:F1} s) against Shop ({behaviour:F1} s)", large / behaviour, MappingsBound, "×"),
        };
        var text = new StringBuilder("| levels 4 and 5, warm server | | bound | |\n|---|---:|---:|---|\n");
        foreach (var (what, value, bound, unit) in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {value:F2} {unit} | {bound:F1} {unit} | {(value <= bound ? "ok" : "MISSED")} |");
        }

        return (text.ToString(), rows.All(row => row.Value <= row.Bound));
    }

    private async Task<double> BeyondDriftAsync(BenchProject project, string stage)
    {
        await project.BuildAsync();
        return await BeyondDriftAsync((arguments) => project.Ours(arguments), stage);
    }

    private async Task<(double First, double Second)> BeyondDriftAsync(string folder, string first, string second)
    {
        Command Ours(params string[] arguments) => Command.In(folder, [options.Tool, .. arguments]);
        return (await BeyondDriftAsync(Ours, first), await BeyondDriftAsync(Ours, second));
    }

    /// <summary>The median of what a stage takes longer than drift alone, in pairs of runs.</summary>
    private async Task<double> BeyondDriftAsync(Func<string[], Command> ours, string stage)
    {
        async Task<TimeSpan> RunAsync(string stages) =>
            // A generated model is not portable: that a stage finds something does not matter here.
            await ours(["verify", "--only", stages, "--no-build", "--mysql", server.ConnectionString]).RunAsync(mostCode: 1);

        var differences = new List<double>();
        for (var run = 0; run <= options.Runs; run++)
        {
            var (with, without) = (await RunAsync($"drift,{stage}"), await RunAsync("drift"));
            await Console.Error.WriteLineAsync($"{stage}: {(run == 0 ? "warm-up" : $"run {run}/{options.Runs}")}: {with.TotalSeconds:F2} s, drift alone {without.TotalSeconds:F2} s");
            if (run > 0)
            {
                differences.Add((with - without).TotalSeconds);
            }
        }

        differences.Sort();
        return differences[differences.Count / 2];
    }

    /// <summary>The sample with the packed package, as eng/try.sh copies it.</summary>
    private async Task<string> CopyShopAsync()
    {
        var samples = Path.Combine(Directory.GetCurrentDirectory(), "tests", "samples");
        var root = Path.Combine(options.WorkDirectory, Name);
        var files = Directory.EnumerateFiles(samples, "Directory.*")
            .Concat(Directory.EnumerateFiles(Path.Combine(samples, "Shop"), "*", SearchOption.AllDirectories).Where(file => !Output().IsMatch(file)));
        foreach (var file in files)
        {
            var target = Path.Combine(root, Path.GetRelativePath(samples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllTextAsync(target, OwnReference().Replace(
                await File.ReadAllTextAsync(file), match => $"""<PackageReference Include="{match.Groups["name"].Value}" Version="{options.PackageVersion}" />"""));
        }

        await File.WriteAllTextAsync(Path.Combine(root, "nuget.config"),
            $"""<configuration><packageSources><add key="packed" value="{options.Packages}" /></packageSources></configuration>""");
        var shop = Path.Combine(root, "Shop");
        await Command.In(Path.Combine(shop, "src", "Shop.Web"), "dotnet", "build", "--nologo", "-v", "quiet").RunAsync();
        return shop;
    }

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex Output();

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*[/\\](?<name>MigrateBoth\.[A-Za-z]+)\.csproj"" */>")]
    private static partial Regex OwnReference();
}
