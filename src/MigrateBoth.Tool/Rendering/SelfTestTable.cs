using MigrateBoth.Core;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Rendering;

/// <summary>The self-test for people: one line per kind, then what was missed.</summary>
internal static class SelfTestTable
{
    public static void Write(SelfTestResult? result, TextOutput output)
    {
        if (result is null)
        {
            return;
        }

        output.Line($"Self-test: defects planted in scratch copies of this schema, and found");
        var scores = result.Scores.GroupBy(score => score.Kind).ToList();
        var width = scores.Select(kind => kind.Key.Length).DefaultIfEmpty().Max();
        foreach (var kind in scores.Where(kind => kind.Any(score => score.Planted > 0)))
        {
            var isGood = kind.All(score => score.Found == score.Planted);
            output.Line($"  {output.Styled(isGood ? "+" : "x", isGood ? TextStyle.Good : TextStyle.Bad)} {kind.Key.PadRight(width)}  {string.Join("  ", EngineNames.All.Select(engine => Cell(kind, engine)))}".TrimEnd());
        }

        foreach (var reason in result.Scores.Where(score => score.NotApplicable is not null).GroupBy(score => (score.Engine, score.NotApplicable)))
        {
            output.Line($"  not applicable on {reason.Key.Engine.DisplayName()}, for {reason.Key.NotApplicable}: {string.Join(", ", reason.Select(score => score.Kind))}", TextStyle.Faint);
        }

        foreach (var missed in result.Missed)
        {
            output.Line($"  missed: {missed.Kind} at {VisibleText.OneLine(missed.Object.ToString())} on {missed.Engine.DisplayName()}: expected {VisibleText.OneLine(missed.Expected)}", TextStyle.Bad);
        }

        if (result.Obstacle is not null)
        {
            output.Line($"  The self-test could not be carried out. {result.Obstacle}", TextStyle.Warning);
        }

        output.Line($"  {result.Found} of {result.Planted} defects of {result.Kinds} kinds found", result.IsPassed ? TextStyle.Good : TextStyle.Bad);
        output.Line();
    }

    private static string Cell(IEnumerable<KindScore> kind, Engine engine) =>
        (kind.FirstOrDefault(score => score.Engine == engine) is { Planted: > 0 } score ? $"{engine.DisplayName()} {score.Found}/{score.Planted}" : string.Empty).PadRight(12);
}
