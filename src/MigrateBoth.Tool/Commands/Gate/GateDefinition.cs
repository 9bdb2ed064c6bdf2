using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Several;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>The command line of <c>gate</c>.</summary>
internal sealed class GateDefinition : CommandDefinition
{
    private static readonly Dictionary<string, string> Stages = StageNames.All.ToDictionary(name => name);

    public override string Name => "gate";

    public override string Summary => "Let a release through only with a passing report about this very commit; needs no database and no build";

    public override bool TakesApplicationArguments => true;

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("gate --report verify.json", "The report of 'verify --report json=verify.json', made on the same commit"),
        new("gate --report verify.json --report test.json --require history,drift,parity,tests", "Two reports that together have to show all of it"),
        new("gate --report verify.json --max-age 7d --require-signature", "Not older than a week, and signed with MIGRATEBOTH_GATE_KEY"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var report = app.Option("--report <FILE>", "A report that 'verify', 'status', 'test' or 'merge' wrote with --report json=FILE (repeatable)", CommandOptionType.MultipleValue);
        var require = app.Option("--require <STAGES>", "The stages that must have passed, separated by commas; by default those that 'verify' runs", CommandOptionType.MultipleValue).Takes(StageNames.All);
        var failOn = app.Option("--fail-on <SEVERITY>", "The mildest severity that is refused: error (default), warning or info", CommandOptionType.SingleValue).Takes(SeverityNames.All.Keys);
        var maximumAge = app.Option("--max-age <TIME>", "The most that a report may be old, such as 12h or 7d", CommandOptionType.SingleValue);
        var requireSignature = app.Option("--require-signature", "Refuse to work without a key in MIGRATEBOTH_GATE_KEY", CommandOptionType.NoValue);
        var allowNoBuild = app.Option("--allow-no-build", "Also take reports that were made with --no-build", CommandOptionType.NoValue);
        var project = new ProjectOptionGroup(app, takesSeveral: true);
        return () =>
        {
            var options = new GateOptions
            {
                Project = project.Read(),
                Reports = Files(report),
                Require = Names(require),
                FailOn = failOn.Choice(SeverityNames.All, Severity.Error),
                MaximumAge = maximumAge.Single() is { } age ? ReportAge.Parse("--max-age", age) : null,
                RequireSignature = requireSignature.HasValue(),
                AllowNoBuild = allowNoBuild.HasValue(),
            };
            return new EachConfiguration(Name, options.Project, check: null, (one, _) => new GateCommand(options with { Project = one }));
        };
    }

    private static List<string> Files(CommandOption option)
    {
        List<string> files = [.. option.Values.OfType<string>().Where(file => file.Length > 0)];
        return files.Count == option.Values.Count && files.Count > 0
            ? files
            : throw new MigrateBothException(
                ExitCode.Usage, "missing-argument", "gate needs a report.", "Write: gate --report FILE, with a file that 'verify --report json=FILE' wrote.");
    }

    private static List<string>? Names(CommandOption option)
    {
        if (!option.HasValue())
        {
            return null;
        }

        List<string> names =
        [
            .. option.Values.OfType<string>()
                .SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Select(name => OptionValues.Choose("--require", name, Stages)),
        ];
        return names.Count > 0
            ? names
            : throw new MigrateBothException(ExitCode.Usage, "missing-value", "--require names no stage.", $"Stages: {string.Join(", ", StageNames.All)}.");
    }
}
