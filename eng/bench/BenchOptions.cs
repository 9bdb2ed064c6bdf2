namespace MigrateBoth.Bench;

/// <summary>What eng/bench.sh hands over.</summary>
/// <param name="Tool">The installed tool's executable.</param>
/// <param name="Packages">The folder of packed packages.</param>
/// <param name="PackageVersion">The version of those packages.</param>
/// <param name="Image">The MySQL image.</param>
/// <param name="WorkDirectory">An empty folder for generated projects.</param>
/// <param name="Runs">How many counted pairs of runs; one warm-up comes first.</param>
/// <param name="Output">Where the Markdown table goes, or null for stdout only.</param>
/// <param name="Only">Part of a comparison's name (<c>add</c>, <c>status, 300 entities</c>), <c>small</c> for the smallest application,
/// <c>adoption</c> for the long histories, or null for all.</param>
internal sealed record BenchOptions(
    string Tool, string Packages, string PackageVersion, string Image, string WorkDirectory, int Runs, string? Output, string? Only)
{
    public static BenchOptions Parse(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            values[args[i]] = args[i + 1];
        }

        string Required(string name) =>
            values.TryGetValue(name, out var value) ? value : throw new ArgumentException($"{name} is missing; run eng/bench.sh, which passes it.");

        return new BenchOptions(
            Required("--tool"),
            Required("--packages"),
            Required("--package-version"),
            Required("--image"),
            Required("--work"),
            int.Parse(values.GetValueOrDefault("--runs", "3"), System.Globalization.CultureInfo.InvariantCulture),
            values.GetValueOrDefault("--output"),
            values.GetValueOrDefault("--only"));
    }
}
