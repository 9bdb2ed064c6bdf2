using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Tool.Sealing;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>Checks that a report is about the current checkout, and recent enough.</summary>
internal sealed class FreshnessCheck(CheckedInputs now, SealKey? key, GateOptions options, DateTimeOffset clock)
{
    private const string Again = "Run the check on this commit.";

    private static readonly Dictionary<InputGroup, string> Words = new()
    {
        [InputGroup.Migrations] = "the migrations are",
        [InputGroup.Model] = "the sources are",
        [InputGroup.Build] = "project files or packages are",
        [InputGroup.Tests] = "the tests are",
    };

    public IEnumerable<Refusal> Refusals(SealedReport report, string name)
    {
        foreach (var refusal in Age(report, name))
        {
            yield return refusal;
        }

        if (report.Inputs is not { } then)
        {
            yield return new Refusal("inputs-unknown", name, $"its inputs are not known: {report.Obstacle ?? "no reason is given"}.", Again);
            yield break;
        }

        foreach (var refusal in StaleConfiguration(report, then, name).Concat(StaleFiles(then, name)))
        {
            yield return refusal;
        }
    }

    private IEnumerable<Refusal> Age(SealedReport report, string name)
    {
        var age = clock - report.Created;
        if (age < -ReportAge.ClockTolerance)
        {
            yield return new Refusal("from-the-future", name, $"it was written {ReportAge.Text(-age)} from now.", "Set the clocks of both machines.");
        }
        else if (age > options.MaximumAge)
        {
            yield return new Refusal("too-old", name, $"it is {ReportAge.Text(age)} old, and --max-age is {ReportAge.Text(options.MaximumAge.Value)}.", Again);
        }
    }

    private IEnumerable<Refusal> StaleConfiguration(SealedReport report, CheckedInputs then, string name)
    {
        if (then.Configuration != now.Configuration || report.Secrets != SecretsDigest.Of(now.Secrets, key, report.Secrets?.Salt ?? "none"))
        {
            yield return new Refusal(
                "stale-configuration", name, "the configuration is not the one it was made with.",
                $"{Again} Give both the same --project, --context and --config, the same MIGRATEBOTH_* variables and the same arguments behind '--'.");
        }
    }

    private IEnumerable<Refusal> StaleFiles(CheckedInputs then, string name) =>
        from kind in InputGroups.All
        where then.Groups[kind].Digest != now.Groups[kind].Digest
        select new Refusal($"stale-{InputGroups.NameOf(kind)}", name, $"{Words[kind]} not those it was made from.", $"{Again} Exclude an irrelevant file in \"gate\": {{ \"ignore\": [...] }}.")
        {
            Files = FileChange.Between(then.Groups[kind].Files, now.Groups[kind].Files),
        };
}
