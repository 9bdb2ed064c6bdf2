using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Sealing;
using MigrateBoth.Tool.Sealing.Inputs;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>Checks reports against the current commit. It only reads files.</summary>
internal sealed class GateCommand(GateOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var key = Key(context);
        var files = options.Reports.SelectMany(name => ReportFile.Read(name, context.Console.WorkingDirectory)).ToList();
        var configuration = options.Project.Load(context);
        var required = options.Require ?? Required(configuration);
        var now = Recompute(configuration, context);

        var authenticity = new AuthenticityCheck(key);
        var freshness = new FreshnessCheck(now, key, options, context.Services.Clock.GetUtcNow());
        var result = new ResultCheck(configuration, options.FailOn, context.Services.Today());
        var refusals = new List<Refusal>();
        var opened = new List<(string Name, SealedReport Report)>();
        var elsewhere = 0;
        var others = options.Project.Others.Select(other => DigestOf(other, now, context)).ToHashSet();
        foreach (var file in files)
        {
            var (report, refusal) = authenticity.Open(file);
            if (report is null)
            {
                refusals.Add(refusal!);
                continue;
            }

            if (report.Inputs is { } about && others.Contains(about.Configuration))
            {
                elsewhere++;
                continue;
            }

            opened.Add((file.Name, report));
        }

        var build = await BuildAsync(opened, configuration, context, cancellationToken).ConfigureAwait(false);
        foreach (var (name, report) in opened)
        {
            refusals.AddRange(result.Refusals(report, name));
            refusals.AddRange(freshness.Refusals(report, name));
            refusals.AddRange(build.Refusals(report, name));
        }

        // What a report that is refused anyway would have shown is not worth a word of its own.
        if (opened.Count == 0 && elsewhere == files.Count)
        {
            refusals.Add(new Refusal("configuration-missing", null, $"no report is about {options.Project.Label}.", "Run the check without --config, which checks every configuration, or give the gate this configuration's report as well."));
        }
        else if (opened.Count + elsewhere == files.Count)
        {
            refusals.AddRange(CoverageCheck.Refusals(required, opened, ServerCheck.Of(configuration, context.Console)));
        }

        return new GateResult(opened, refusals, required, now);
    }

    private SealKey? Key(CommandContext context)
    {
        // A pipeline that is not given its secret must not fall back to a gate without one.
        if (SealKey.IsEmpty(context.Console))
        {
            throw new MigrateBothException(
                ExitCode.Configuration, "key-empty", $"{SealKey.Variable} is set and empty.", "Give the gate its key, or do not set the variable at all.");
        }

        var key = SealKey.Read(context.Console);
        return key is null && options.RequireSignature
            ? throw new MigrateBothException(ExitCode.Configuration, "key-missing", $"--require-signature needs a key, and {SealKey.Variable} is not set.", "Give the gate the key that the check had.")
            : key;
    }

    /// <summary>What a report about another configuration has as its digest; what this one has itself is never another's.</summary>
    private string? DigestOf(string file, CheckedInputs now, CommandContext context)
    {
        var other = new ProjectOptions { ConfigFile = file, Build = options.Project.Build }.Load(context);
        return InputsReader.ConfigurationDigest(other, context.ApplicationArguments) is var digest && digest != now.Configuration ? digest : null;
    }

    /// <summary>What <c>verify</c> runs when nothing is said; the suite only where there is one.</summary>
    private static List<string> Required(MigrateBothConfiguration configuration)
    {
        var verify = StageSelection.Parse([], []);
        return [.. StageNames.All.Where(stage => verify.Includes(stage) && (stage != StageNames.Tests || configuration.Tests.Count > 0))];
    }

    private async Task<BuildCheck> BuildAsync(
        List<(string Name, SealedReport Report)> reports, MigrateBothConfiguration configuration, CommandContext context, CancellationToken cancellationToken)
    {
        var start = Checkout.StartOf(configuration);
        var sdk = reports.Exists(opened => opened.Report.Build is not null)
            ? await context.Services.BuildInspector().SdkVersionAsync(Path.GetDirectoryName(ProjectFinder.Find(configuration))!, cancellationToken).ConfigureAwait(false)
            : null;
        return new BuildCheck(start, sdk, options.AllowNoBuild);
    }

    private static CheckedInputs Recompute(MigrateBothConfiguration configuration, CommandContext context)
    {
        try
        {
            return InputsReader.Read(configuration, context.ApplicationArguments);
        }
        catch (Exception exception) when (InputsWatch.IsExpected(exception) && exception is not MigrateBothException)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete, "inputs-unreadable", $"What is to be released cannot be read: {InputsWatch.Reason(exception)}", "Without it no report can be checked.", exception);
        }
    }
}
