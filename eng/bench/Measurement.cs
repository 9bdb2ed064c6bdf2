namespace MigrateBoth.Bench;

/// <summary>Pairs of runs, ours and theirs in turn, so that a machine that drifts does not favour one side.</summary>
internal sealed record Measurement(Comparison Comparison, IReadOnlyList<TimeSpan> Ours, IReadOnlyList<TimeSpan> Theirs)
{
    /// <summary>The median of the ratios of the single pairs.</summary>
    public double Ratio => Median([.. Ours.Zip(Theirs, (ours, theirs) => ours / theirs)]);

    public double OursSeconds => Median([.. Ours.Select(run => run.TotalSeconds)]);

    public double TheirsSeconds => Median([.. Theirs.Select(run => run.TotalSeconds)]);

    public bool IsWithinBound => Comparison.Bound is not { } bound || Ratio <= bound;

    public static async Task<Measurement> TakeAsync(Comparison comparison, int runs)
    {
        List<TimeSpan> ours = [];
        List<TimeSpan> theirs = [];
        for (var run = 0; run <= runs; run++)
        {
            await comparison.ResetAsync();
            var our = await comparison.OursAsync();
            await comparison.ResetAsync();
            var their = await comparison.TheirsAsync();
            await Console.Error.WriteLineAsync(
                $"{comparison.Name}: {(run == 0 ? "warm-up" : $"run {run}/{runs}")}: {our.TotalSeconds:F2} s against {their.TotalSeconds:F2} s");
            if (run > 0)
            {
                ours.Add(our);
                theirs.Add(their);
            }
        }

        await comparison.ResetAsync();
        return new Measurement(comparison, ours, theirs);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
