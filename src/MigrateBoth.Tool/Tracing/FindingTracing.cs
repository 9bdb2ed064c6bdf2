using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Tracing;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Tracing;

/// <summary>Gives findings the lines that they come from. It asks the application only when something was found, and is never the reason why a check fails.</summary>
internal sealed class FindingTracing(IDesignHost host, MigrateBothConfiguration configuration, IProgressDisplay progress)
{
    /// <summary>Traces.</summary>
    /// <param name="stages">What the stages found.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<StageResult>> TraceAsync(IReadOnlyList<StageResult> stages, CancellationToken cancellationToken)
    {
        if (!stages.SelectMany(stage => stage.Findings).Any(FindingTracer.CanTrace))
        {
            return stages;
        }

        try
        {
            var origins = await Task.WhenAll(EngineNames.All.Select(engine => host.OriginsAsync(engine, cancellationToken))).ConfigureAwait(false);
            var tracer = new FindingTracer(origins);
            var root = SourceRoot.Of(configuration);
            return [.. stages.Select(stage => stage with { Findings = [.. stage.Findings.Select(finding => Located(finding, tracer, root))] })];
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            // What was found stands without its lines.
            progress.Detail($"The lines of the findings could not be told: {Redaction.MaskSecrets(exception.Message)}");
            return stages;
        }
    }

    private static Finding Located(Finding finding, FindingTracer tracer, SourceRoot root) =>
        tracer.Find(finding) is { } location ? finding with { Location = root.Relative(location) } : finding;
}
