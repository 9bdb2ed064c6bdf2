using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Suites;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Scratch;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Testing;

/// <summary>The shared suite as the last stage of <c>verify</c>.</summary>
/// <param name="Outcome">What running it came to; null where it was not asked for or there is none.</param>
internal sealed record VerifiedSuite(SuiteOutcome? Outcome)
{
    /// <summary>What is to be run; null where the stage was not asked for or no test project is named.</summary>
    /// <param name="selection">Which stages are requested.</param>
    /// <param name="configuration">The configuration, which names the test projects.</param>
    /// <param name="build">How to build.</param>
    /// <param name="context">The working directory.</param>
    /// <exception cref="MigrateBothException">78: the stage was requested by name and there is nothing to run, or a project that is named does not exist.</exception>
    public static SuiteRequest? Request(StageSelection selection, MigrateBothConfiguration configuration, BuildSettings build, CommandContext context)
    {
        if (!selection.Includes(StageNames.Tests))
        {
            return null;
        }

        if (configuration.Tests.Count == 0)
        {
            return selection.IsNamed(StageNames.Tests)
                ? throw new MigrateBothException(
                    ExitCode.Configuration, "no-test-projects", "No test project is configured.", "Name the projects of the shared suite in \"tests\" of migrateboth.json.")
                : null;
        }

        return new SuiteRequest { Configuration = configuration, Build = build, Projects = TestProjects.Find([], configuration, context) };
    }

    /// <summary>Runs the suite beside the other stages.</summary>
    /// <param name="request">What is to be run; null for nothing.</param>
    /// <param name="servers">The servers of the run; not null where there is something to run.</param>
    /// <param name="built">Completes when the application is built, on which the test projects build.</param>
    /// <param name="context">Services and progress.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    public static async Task<VerifiedSuite> RunAsync(SuiteRequest? request, RunServers? servers, Task built, CommandContext context, CancellationToken cancellationToken)
    {
        if (request is null)
        {
            return new VerifiedSuite((SuiteOutcome?)null);
        }

        await built.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new VerifiedSuite(await new SuiteRunner(context, request).RunAsync(servers!, cancellationToken).ConfigureAwait(false));
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            // A suite that does not build takes nothing away from what the other stages found.
            return new VerifiedSuite(new SuiteOutcome { Result = new SuiteResult { Obstacles = [new SuiteObstacle(null, exception.Message, exception.Hint)] } });
        }
    }

    /// <summary>The stages with what the suite came to in its place.</summary>
    public IReadOnlyList<StageResult> In(IReadOnlyList<StageResult> stages) => Outcome is null
        ? stages
        : [.. stages.Select(stage => stage.Name == StageNames.Tests ? WithOneCause(TestsStage.Run(Outcome.Result), stages) with { Duration = Outcome.Duration } : stage)];

    /// <summary>What kept the other stages from running is said here in the same words: one cause, one finding.</summary>
    private static StageResult WithOneCause(StageResult tests, IReadOnlyList<StageResult> stages)
    {
        var causes = stages.SelectMany(stage => stage.Findings).Where(finding => finding.PreventsStage).ToList();
        return tests with
        {
            Findings = [.. tests.Findings.Select(finding => causes.Find(cause => finding.Message.EndsWith(cause.Message, StringComparison.Ordinal)) is { } cause ? cause with { Stage = tests.Name } : finding)],
        };
    }
}
