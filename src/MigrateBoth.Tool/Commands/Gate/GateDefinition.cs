using System.Globalization;
using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Several;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>The options of <c>gate</c>.</summary>
internal sealed record GateOptions
{
    /// <summary>The project that is about to be released.</summary>
    public required ProjectOptions Project { get; init; }

    /// <summary><c>--report</c>, as typed; at least one.</summary>
    public required IReadOnlyList<string> Reports { get; init; }

    /// <summary><c>--require</c>; null for all that <c>verify</c> checks by itself.</summary>
    public IReadOnlyList<string>? Require { get; init; }

    /// <summary><c>--fail-on</c>: the mildest severity that fails.</summary>
    public required Severity FailOn { get; init; }

    /// <summary><c>--max-age</c>, or null.</summary>
    public TimeSpan? MaximumAge { get; init; }

    /// <summary><c>--require-signature</c>: whether a report without a signature is refused.</summary>
    public bool RequireSignature { get; init; }

    /// <summary><c>--allow-no-build</c>: whether a report of a check without a build is accepted.</summary>
    public bool AllowNoBuild { get; init; }
}

/// <summary>Parses and formats the age of a report.</summary>
internal static class ReportAge
{
    /// <summary>Clocks of two machines differ.</summary>
    public static TimeSpan ClockTolerance { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Reads <c>90s</c>, <c>30m</c>, <c>12h</c> or <c>7d</c>.</summary>
    /// <exception cref="MigrateBothException">64: not a time, or not more than zero.</exception>
    public static TimeSpan Parse(string option, string text)
    {
        var unit = text.Length > 1 ? text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3_600, 'd' => 86_400, _ => 0 } : 0;
        return unit > 0
            && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * unit is > 0 and < int.MaxValue
                ? TimeSpan.FromSeconds(number * unit)
                : throw new MigrateBothException(ExitCode.Usage, "invalid-value", $"{option} does not understand '{text}'.", $"Write a time with its unit, such as {option} 12h or {option} 7d.");
    }

    /// <summary>A time for people, in its largest unit.</summary>
    public static string Text(TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => $"{Math.Floor(age.TotalDays).ToString(CultureInfo.InvariantCulture)} days",
        { TotalHours: >= 2 } => $"{Math.Floor(age.TotalHours).ToString(CultureInfo.InvariantCulture)} hours",
        { TotalMinutes: >= 2 } => $"{Math.Floor(age.TotalMinutes).ToString(CultureInfo.InvariantCulture)} minutes",
        _ => $"{Math.Max(0, Math.Floor(age.TotalSeconds)).ToString(CultureInfo.InvariantCulture)} seconds",
    };
}

/// <summary>The command line of <c>gate</c>.</summary>
internal sealed class GateDefinition : CommandDefinition
{
    private static readonly Dictionary<string, string> Stages = StageNames.All.ToDictionary(name => name);

    public override string Name => "gate";

    public override string Summary => "Pass only with a passing report about exactly this commit; needs no database and no build";

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
