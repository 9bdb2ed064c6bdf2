using MigrateBoth.Core.Reports;
using MigrateBoth.MySql.Servers;
using MigrateBoth.Tool.Accepting;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Processes;
using MigrateBoth.Tool.Rendering;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Scratch;
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

        var suiteRequest = VerifiedSuite.Request(options.Stages, configuration, options.Project.Build, context);
        var needsSchemas = options.Stages.NeedsDatabases || options.SelfTest;
        var mySql = needsSchemas || suiteRequest is not null ? options.MySql.RequestFor(context.Console, configuration) : null;
        var request = new EvidenceRequest(configuration, options.Project.Build, needsSchemas ? mySql : null)
        {
            SelfTest = options.SelfTest,
            Judge = evidence => VerifyStages.Run(evidence, options.Stages, configuration.Baseline),
        };
        var nothing = new CheckReport { Command = "verify", ToolVersion = ToolName.Version, FailOn = options.Check.FailOn };
        var checking = CheckAsync(request, suiteRequest, mySql, context, cancellationToken);
        var (evidence, suite) = await ReportFiles.OrFailureAsync(reports, nothing, checking).ConfigureAwait(false);
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
            Provenance = inputs?.End(
                context, options.Project.Build.NoBuild, suite.Outcome is null ? evidence.OutputFolders : [], options.Accept is not null),
        };
        return new CheckReportResult(ReportFiles.Write(report, reports));
    }

    /// <summary>The schemas and the suite at the same time, on one server. The first of them that cannot go on ends the other.</summary>
    private static async Task<(Evidence Evidence, VerifiedSuite Suite)> CheckAsync(
        EvidenceRequest request, SuiteRequest? suiteRequest, MySqlServerRequest? mySql, CommandContext context, CancellationToken cancellationToken)
    {
        if (mySql is null)
        {
            return await WithAsync(servers: null).ConfigureAwait(false);
        }

        var started = RunServers.Begin(context, mySql, needsMySql: true, cancellationToken);
        await using (started.ConfigureAwait(false))
        {
            return await WithAsync(started).ConfigureAwait(false);
        }

        Task<(Evidence, VerifiedSuite)> WithAsync(RunServers? servers)
        {
            var collector = new EvidenceCollector(context, request);
            return Both.OrNeitherAsync(
                token => collector.CollectAsync(request.MySql is null ? null : servers, token),
                token => VerifiedSuite.RunAsync(suiteRequest, servers, collector.Built, context, token),
                cancellationToken);
        }
    }
}
