using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Policy;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Testing.Sharding;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Sessions;
using MigrateBoth.Tool.Testing;

namespace MigrateBoth.Tool.Commands.Test;

/// <summary>Level 6 alone: builds once, runs the suite on both engines, compares, reports.</summary>
internal sealed class TestCommand(TestOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var frame = CheckFrame.Open("test", options.Project, options.Check, context, image: options.MySql.Image);
        var configuration = frame.Configuration;
        var request = new SuiteRequest
        {
            Configuration = configuration,
            Build = options.Project.Build,
            Projects = TestProjects.Find(options.Tests, configuration, context),
            Filter = options.Filter,
            Shard = options.Shard,
            TimeLimit = options.TimeLimit ?? SuiteRequest.DefaultTimeLimit,
        };

        var results = options.Results is { } file ? Path.GetFullPath(file, context.Console.WorkingDirectory) : null;
        frame.Begin(request.Projects, isRecorded: results is not null);
        if (results is not null)
        {
            ResultsFile.Clear(results);
        }

        var running = new SuiteRunner(context, request).RunAsync(options.MySql.RequestFor(context.Console, configuration), cancellationToken);
        var outcome = await frame.GatherAsync(running).ConfigureAwait(false);
        frame.Inspect(request.Projects, options.Project.Build, cancellationToken);
        var provenance = await frame.ProvenanceAsync().ConfigureAwait(false);
        if (results is not null)
        {
            ResultsFile.Write(results, Parts(outcome, provenance));
        }

        var stage = TestsStage.Run(outcome.Result, options.Shard) with { Duration = outcome.Duration };
        return frame.Write(frame.Empty with
        {
            ProjectFile = request.Projects[0],
            Engines = outcome.Servers,
            Stages = FindingPolicy.Of(Concerned(configuration, stage, outcome.Filter), options.Check.FailOn, context.Services.Today()).Apply([stage]),
            Tests = outcome.Result.Tests,
            Provenance = provenance is null ? null : provenance with { Filter = outcome.Filter, Shard = options.Shard?.ToString() },
        });
    }

    /// <summary>In a part of the suite an accepted difference of a test that is not in it is not gone.</summary>
    private MigrateBothConfiguration Concerned(MigrateBothConfiguration configuration, StageResult stage, string? filter) => options.Shard is null && filter is null
        ? configuration
        : configuration with { Accept = [.. configuration.Accept.Where(acceptance => stage.Findings.Any(acceptance.Covers))] };

    private ShardResults Parts(SuiteOutcome outcome, CheckProvenance? provenance) => new()
    {
        ToolVersion = ToolName.Version,
        Shard = options.Shard ?? new Shard(1, 1),
        Filter = outcome.Filter,
        Inputs = provenance?.Inputs?.Digest,
        NoBuild = provenance is null ? options.Project.Build.NoBuild : provenance.NotBuilt is not null,
        Classes = outcome.Classes,
        Sources = outcome.Sources,
        Servers = outcome.Servers,
        Result = outcome.Result,
        Milliseconds = outcome.Duration.TotalMilliseconds,
    };
}
