using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Stages;
using MigrateBoth.MySql.Servers;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Testing;

/// <summary>The shared suite as the last stage of <c>verify</c>.</summary>
/// <param name="Outcome">What running it came to; null where it was not asked for or there is none.</param>
internal sealed record VerifiedSuite(SuiteOutcome? Outcome)
{
    /// <summary>Runs the suite where it is asked for and configured.</summary>
    /// <param name="selection">Which stages are asked for.</param>
    /// <param name="configuration">The configuration, which names the test projects.</param>
    /// <param name="build">How to build.</param>
    /// <param name="mySql">The MySQL server.</param>
    /// <param name="context">Services and progress.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    /// <exception cref="MigrateBothException">78: the stage was asked for by name and there is nothing to run.</exception>
    public static async Task<VerifiedSuite> RunAsync(
        StageSelection selection,
        MigrateBothConfiguration configuration,
        BuildSettings build,
        Func<MySqlServerRequest> mySql,
        CommandContext context,
        CancellationToken cancellationToken)
    {
        if (!selection.Includes(StageNames.Tests))
        {
            return new VerifiedSuite((SuiteOutcome?)null);
        }

        if (configuration.Tests.Count == 0)
        {
            return selection.IsOnly(StageNames.Tests)
                ? throw new MigrateBothException(
                    ExitCode.Configuration, "no-test-projects", "No test project is named.", "Name the projects of the shared suite in \"tests\" of migrateboth.json.")
                : new VerifiedSuite((SuiteOutcome?)null);
        }

        var request = new SuiteRequest { Configuration = configuration, Build = build, Projects = TestProjects.Find([], configuration, context) };
        return new VerifiedSuite(await new SuiteRunner(context, request).RunAsync(mySql(), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The stages with what the suite came to in its place.</summary>
    public IReadOnlyList<StageResult> In(IReadOnlyList<StageResult> stages) => Outcome is null
        ? stages
        : [.. stages.Select(stage => stage.Name == StageNames.Tests ? TestsStage.Run(Outcome.Result) with { Duration = Outcome.Duration } : stage)];
}
