using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Tool.Accepting;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Diff;
using MigrateBoth.Tool.Commands.Several;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Verify;

/// <summary>The options of <c>verify</c>.</summary>
/// <param name="Project">The project.</param>
/// <param name="MySql">The MySQL server.</param>
/// <param name="Check">What becomes of findings.</param>
/// <param name="Stages">The stages.</param>
/// <param name="SelfTest">Whether defects are planted.</param>
/// <param name="Accept">Whether findings are accepted, and why.</param>
internal sealed record VerifyOptions(
    ProjectOptions Project, MySqlOptions MySql, CheckOptions Check, StageSelection Stages, bool SelfTest, AcceptOptions? Accept)
{
    /// <summary>Databases that may have the last migrations.</summary>
    public IReadOnlyList<DiffOperand> Databases { get; init; } = [];
}

/// <summary>The command line of <c>verify</c>.</summary>
internal sealed class VerifyDefinition : CommandDefinition
{
    public override string Name => "verify";

    public override string Summary => "Prove that both sides' migrations build the same schema, on a SQLite file and a real MySQL";

    public override bool TakesApplicationArguments => true;

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("verify", "Check everything, MySQL in a container"),
        new("verify --all", "Every configuration of the repository, one after the other"),
        new("verify --only drift,parity --no-build", "Two stages, with the last build"),
        new("verify --mysql \"Server=127.0.0.1;User ID=ci;Password=***\"", "On a server that is there"),
        new("verify --self-test", "Test the check itself on this schema"),
        new("verify --fix", "Correct what can be corrected in a new pair of migrations"),
        new("verify --accept-current --reason \"as it was in release 6\"", "Adopt an old project: from here on only what is new fails"),
        new("verify --format json --report json=out/verify.json --fail-on warning", "In a pipeline"),
        new("verify --report html=verify.html --report sarif=verify.sarif --report github=-", "With reports for people, code scanning and reviewers"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var only = app.Option("--only <STAGES>", "Only these stages, separated by commas: history, drift, parity, roundtrip, behaviour, tests", CommandOptionType.MultipleValue).Takes(StageNames.All);
        var skip = app.Option("--skip <STAGES>", "All stages but these", CommandOptionType.MultipleValue).Takes(StageNames.All);
        var selfTest = app.Option(
            "--self-test",
            "Also plant defects of every kind in scratch copies of this schema, one at a time, and fail unless each is found",
            CommandOptionType.NoValue);
        var from = app.Option(
            "--roundtrip-from <MIGRATION>",
            "Begin the steps of stage roundtrip after this migration, such as the last one of the last release",
            CommandOptionType.SingleValue);
        var fix = app.Option("--fix", "Write the calls that correct findings into a new pair of migrations, and verify again", CommandOptionType.NoValue);
        var edit = app.Option("--edit", "With --fix: write them into the last pair instead, which no database may have yet", CommandOptionType.NoValue);
        var databases = app.Option(
            "--database <DATABASE>",
            "A database that may have the last migrations, as sqlite:CONNECTION or mysql:CONNECTION (repeatable): advice and --fix go by it; it is only read",
            CommandOptionType.MultipleValue);
        var project = new ProjectOptionGroup(app, takesSeveral: true);
        var mySql = new MySqlOptionGroup(app);
        var check = new CheckOptionGroup(app);
        var accept = new AcceptOptionGroup(app);
        return () =>
        {
            var wanted = project.Read() with { RoundTripFrom = from.Value() };
            var stages = StageSelection.Parse(only.Values, skip.Values);
            var options = new VerifyOptions(wanted, mySql.Read(), check.Read(), stages, selfTest.HasValue(), accept.Read()) { Databases = Databases(databases) };
            FixCommand.ThrowIfContradictory(options, fix.HasValue(), edit.HasValue());
            return new EachConfiguration(Name, options.Project, options.Check, (one, reports) => options with { Project = one, Check = reports! } is var own && fix.HasValue() ? new FixCommand(own, edit.HasValue()) : new VerifyCommand(own));
        };
    }

    private static List<DiffOperand> Databases(CommandOption option)
    {
        var databases = option.Values.OfType<string>().Select(value => DiffOperandParser.Parse("--database", value)).ToList();
        return databases.Find(database => database.IsBuilt) is { } built
            ? throw new MigrateBothException(ExitCode.Usage, "invalid-value", $"--database does not take '{built}': it is not a database.", "Write sqlite:CONNECTION or mysql:CONNECTION.")
            : databases;
    }
}
