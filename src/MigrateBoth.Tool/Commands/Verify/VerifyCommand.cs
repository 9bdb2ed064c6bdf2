using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Accepting;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Rendering;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Sealing.Inputs;
using MigrateBoth.Tool.Testing;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Verify;

/// <summary>Builds, migrates both engines side by side, compares, reports.</summary>
internal sealed class VerifyCommand(VerifyOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        options.Accept?.ThrowIfOver(context.Services.Today());
        var reports = options.Check.Reports(context);
        var configuration = options.Project.Load(context, options.MySql.Image);
        ReportFiles.Clear(reports);
        var inputs = InputsWatch.Begin(reports.Any(report => report.IsSealed), configuration, context);

        var mySql = options.Stages.NeedsDatabases || options.SelfTest ? options.MySql.RequestFor(context.Console, configuration) : null;
        var request = new EvidenceRequest(configuration, options.Project.Build, mySql)
        {
            SelfTest = options.SelfTest,
            Judge = evidence => VerifyStages.Run(evidence, options.Stages, configuration.Baseline),
        };
        var nothing = new CheckReport { Command = "verify", ToolVersion = ToolName.Version, FailOn = options.Check.FailOn };
        var evidence = await ReportFiles.OrFailureAsync(reports, nothing, new EvidenceCollector(context, request).CollectAsync(cancellationToken)).ConfigureAwait(false);
        var running = VerifiedSuite.RunAsync(
            options.Stages, configuration, options.Project.Build, () => options.MySql.RequestFor(context.Console, configuration), context, cancellationToken);
        var suite = await ReportFiles.OrFailureAsync(reports, nothing, running).ConfigureAwait(false);
        var judgement = Judgement.Of(suite.In(evidence.Stages), evidence.Error, configuration, options.Check.FailOn, options.Accept, context);

        var report = nothing with
        {
            ProjectFile = evidence.ProjectFile,
            Engines = evidence.Servers.Count > 0 ? evidence.Servers : suite.Outcome?.Servers ?? evidence.Servers,
            Model = ModelReader.Describe(evidence.Models),
            Schemas = evidence.Sides,
            Stages = judgement.Stages,
            Error = judgement.Error,
            SelfTest = evidence.SelfTest,
            Tests = suite.Outcome?.Result.Tests ?? [],
            Provenance = inputs is null ? null : await inputs.EndAsync(context, options.Project.Build.NoBuild, options.Accept is not null).ConfigureAwait(false),
        };
        return new CheckReportResult(ReportFiles.Write(report, reports));
    }
}
