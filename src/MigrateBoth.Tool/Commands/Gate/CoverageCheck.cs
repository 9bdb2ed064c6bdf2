using MigrateBoth.Core.Findings;
using MigrateBoth.Tool.Sealing;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>Checks that every required stage has passed. The stages may be distributed over several reports.</summary>
internal static class CoverageCheck
{
    /// <summary>The stages that no report shows to have passed.</summary>
    public static IEnumerable<Refusal> Refusals(IReadOnlyList<string> required, IReadOnlyList<(string Name, SealedReport Report)> reports, ServerCheck server)
    {
        foreach (var stage in required)
        {
            var anywhere = reports.Where(report => HasPassed(report.Report, stage)).ToList();
            var passed = anywhere.Where(report => stage == StageNames.History || server.Reason(report.Report) is null).ToList();
            if (passed.Count == 0 && anywhere.Count > 0)
            {
                yield return server.RefusalOf(stage, anywhere[0].Name, anywhere[0].Report);
                continue;
            }

            if (passed.Exists(report => stage != StageNames.Tests || IsWhole(report.Report)))
            {
                continue;
            }

            yield return passed.Count > 0
                ? new Refusal(
                    "partial-suite", passed[0].Name, $"the suite was not run completely: {Part(passed[0].Report)}.",
                    "Run 'test' without --filter and --shard, or 'merge' the results of all parts.")
                : new Refusal(
                    "stage-missing", null, $"no report shows that the stage '{stage}' has passed.",
                    $"Let 'verify' run it (no --only, no --skip), or set with --require what this release needs.");
        }
    }

    private static bool HasPassed(SealedReport report, string stage) => report.Stages.Any(ran => ran.Name == stage && ran is { Status: "passed", Checked: > 0 });

    private static bool IsWhole(SealedReport report) => report is { Filter: null, Shard: null };

    private static string Part(SealedReport report) => report.Shard is { } shard ? $"part {shard}" : $"the filter was '{report.Filter}'";
}
