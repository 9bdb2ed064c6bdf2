using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Fixing;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Tracing;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Tracing;

/// <summary>
/// Adds the source lines and the calls that correct them to findings. It queries the application only when there are findings, and
/// is never the reason why a check fails.
/// </summary>
internal sealed class FindingTracing(IDesignHost host, MigrateBothConfiguration configuration, IProgressDisplay progress, LastPair? last = null)
{
    /// <summary>Adds source locations and fixes to the findings.</summary>
    /// <param name="stages">What the stages found.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<StageResult>> TraceAsync(IReadOnlyList<StageResult> stages, CancellationToken cancellationToken)
    {
        var findings = stages.SelectMany(stage => stage.Findings).ToList();
        var located = findings.Any(FindingTracer.CanTrace) ? await LinesAsync(cancellationToken).ConfigureAwait(false) : null;
        var fixes = await FixesAsync(findings, cancellationToken).ConfigureAwait(false);
        return [.. stages.Select(stage => stage with { Findings = [.. stage.Findings.Select(finding => Fixed(located?.Invoke(finding) ?? finding, fixes))] })];
    }

    private Finding Fixed(Finding finding, Dictionary<(Engine, FixTarget), FixCode> fixes) =>
        FixAdvice.TargetOf(finding) is { } target && fixes.TryGetValue((finding.Engine!.Value, target), out var code) ? FixAdvice.With(finding, code, last) : finding;

    private async Task<Func<Finding, Finding>?> LinesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var origins = await Task.WhenAll(EngineNames.All.Select(engine => host.OriginsAsync(engine, cancellationToken))).ConfigureAwait(false);
            var (tracer, root) = (new FindingTracer(origins), SourceRoot.Of(configuration));
            return finding => tracer.Find(finding) is { } location ? finding with { Location = root.Relative(location) } : finding;
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            // What was found stands without its lines.
            progress.Detail($"The lines of the findings could not be determined: {exception.Message}");
            return null;
        }
    }

    private async Task<Dictionary<(Engine, FixTarget), FixCode>> FixesAsync(IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var fixes = new Dictionary<(Engine, FixTarget), FixCode>();
        foreach (var side in findings.Where(finding => FixAdvice.TargetOf(finding) is not null).GroupBy(finding => finding.Engine!.Value))
        {
            try
            {
                var targets = side.Select(FixAdvice.TargetOf).OfType<FixTarget>().Distinct().ToList();
                var code = await host.FixesAsync(side.Key, targets, cancellationToken).ConfigureAwait(false);
                foreach (var (target, text) in targets.Zip(code).Where(pair => pair.Second is not null))
                {
                    fixes[(side.Key, target)] = text!;
                }
            }
            catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
            {
                // The rule's own advice stands.
                progress.Detail($"The corrections of the {side.Key.DisplayName()} findings could not be written: {exception.Message}");
            }
        }

        return fixes;
    }
}

/// <summary>What the files of findings are relative to: the repository, which is what code hosts resolve them against.</summary>
internal sealed class SourceRoot
{
    private readonly string _directory;

    private SourceRoot(string directory) => _directory = directory;

    /// <summary>The repository that the configuration is in; without one, the configuration's folder.</summary>
    public static SourceRoot Of(MigrateBothConfiguration configuration)
    {
        for (var directory = new DirectoryInfo(configuration.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            // A file in a worktree, a folder elsewhere.
            if (Path.Exists(Path.Combine(directory.FullName, ".git")))
            {
                return new SourceRoot(directory.FullName);
            }
        }

        return new SourceRoot(configuration.BaseDirectory);
    }

    /// <summary>The location as reports have it.</summary>
    public SourceLocation Relative(SourceLocation location)
    {
        var relative = Path.GetRelativePath(_directory, location.File);
        var file = relative.StartsWith("..", StringComparison.Ordinal) ? location.File : relative;
        return location with { File = file.Replace('\\', '/') };
    }
}
