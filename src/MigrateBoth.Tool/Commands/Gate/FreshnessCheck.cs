using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.Sealing;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>Is the report about what is here now, and young enough?</summary>
internal sealed class FreshnessCheck(CheckedInputs now, GateOptions options, DateTimeOffset clock)
{
    private const string Again = "Run the check on this commit.";

    private static readonly Dictionary<InputGroup, string> Words = new()
    {
        [InputGroup.Migrations] = "the migrations are",
        [InputGroup.Model] = "the sources of the model are",
        [InputGroup.Build] = "project files or packages are",
        [InputGroup.Tests] = "the tests are",
    };

    public IEnumerable<Refusal> Refusals(SealedReport report, string name)
    {
        foreach (var refusal in Age(report, name))
        {
            yield return refusal;
        }

        if (report.NoBuild && !options.AllowNoBuild)
        {
            yield return new Refusal(
                "not-built", name, "it was made with --no-build, and nothing says that what was checked was built from these sources.",
                "Check without --no-build; or, where the build is a step of the same job, gate with --allow-no-build.");
        }

        if (report.Inputs is not { } then)
        {
            yield return new Refusal("inputs-unknown", name, $"it does not say what it was made from: {report.Obstacle ?? "no reason is given"}.", Again);
            yield break;
        }

        foreach (var refusal in Stale(report, then, name))
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

    private IEnumerable<Refusal> Stale(SealedReport report, CheckedInputs then, string name)
    {
        if (then.Configuration != now.Configuration)
        {
            yield return new Refusal(
                "stale-configuration", name, "the configuration is not the one it was made with.",
                $"{Again} Give both the same --project, --context and --config, the same MIGRATEBOTH_* variables and the same arguments behind '--'.");
        }

        // Tests that were not run cannot have gone stale.
        var ranTests = report.Stages.Any(stage => stage is { Name: StageNames.Tests, Status: not "skipped" });
        foreach (var group in InputGroups.All.Where(group => group != InputGroup.Tests || ranTests))
        {
            if (then.Groups[group].Digest != now.Groups[group].Digest)
            {
                yield return new Refusal($"stale-{InputGroups.NameOf(group)}", name, $"{Words[group]} not those it was made from.", Again)
                {
                    Files = FileChange.Between(then.Groups[group], now.Groups[group]),
                };
            }
        }
    }
}
