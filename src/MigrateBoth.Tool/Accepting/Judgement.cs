using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Policy;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Accepting;

/// <summary>A check's stages after the configuration was applied, and after the current findings were accepted if that was requested.</summary>
/// <param name="Stages">The stages.</param>
/// <param name="Error">Why the acceptances could not be written, or null.</param>
internal sealed record Judgement(IReadOnlyList<StageResult> Stages, ReportError? Error)
{
    /// <summary>Applies the configuration to the findings of a check.</summary>
    /// <param name="stages">What the stages found.</param>
    /// <param name="error">What kept the check from finishing, or null.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="failOn">The mildest severity that fails.</param>
    /// <param name="accept">What to accept, or null.</param>
    /// <param name="context">Where progress goes, and what day it is.</param>
    public static Judgement Of(
        IReadOnlyList<StageResult> stages, ReportError? error, MigrateBothConfiguration configuration, Severity failOn, AcceptOptions? accept, CommandContext context)
    {
        var today = context.Services.Today();
        var judged = FindingPolicy.Of(configuration, failOn, today).Apply(stages);
        if (accept is null)
        {
            return new Judgement(judged, error);
        }

        if (error is not null || judged.Any(stage => stage.Status != StageStatus.Skipped && !FindingPolicy.HasRun(stage)))
        {
            context.Progress.Warning("Nothing was accepted: the check is incomplete, and its findings are not known.");
            return new Judgement(judged, error);
        }

        try
        {
            var accepted = Write(AcceptableFindings.Of(judged, failOn, accept.Reason, accept.Until, accept.Unverified), configuration, context);
            return new Judgement(FindingPolicy.Of(configuration with { Accept = [.. configuration.Accept, .. accepted] }, failOn, today).Apply(stages), null);
        }
        catch (MigrateBothException exception)
        {
            return new Judgement(judged, ReportError.From(exception));
        }
    }

    private static IReadOnlyList<Acceptance> Write(AcceptableFindings current, MigrateBothConfiguration configuration, CommandContext context)
    {
        var file = configuration.File ?? Path.Combine(configuration.BaseDirectory, ConfigurationNames.FileName);
        if (current.Accepted.Count == 0)
        {
            context.Progress.Info("There is nothing to accept.");
        }
        else
        {
            AcceptanceFile.Add(file, current.Accepted);
            context.Progress.Info($"{current.Accepted.Count} {(current.Accepted.Count == 1 ? "finding is" : "findings are")} accepted now, in {file}.");
        }

        if (current.Unverified > 0)
        {
            context.Progress.Warning(
                $"{current.Unverified} that could not be verified {(current.Unverified == 1 ? "was" : "were")} not accepted: check by hand, then add --accept-unverified.");
        }

        return current.Accepted;
    }
}
