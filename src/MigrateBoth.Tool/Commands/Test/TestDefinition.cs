using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Testing.Sharding;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Several;

namespace MigrateBoth.Tool.Commands.Test;

/// <summary>The options of <c>test</c>.</summary>
internal sealed record TestOptions
{
    /// <summary>Project and configuration.</summary>
    public required ProjectOptions Project { get; init; }

    /// <summary>The MySQL server.</summary>
    public required MySqlOptions MySql { get; init; }

    /// <summary>What fails, and the reports.</summary>
    public required CheckOptions Check { get; init; }

    /// <summary><c>--tests</c>, as typed.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary><c>--filter</c>; null for all tests.</summary>
    public string? Filter { get; init; }

    /// <summary><c>--shard</c>; null for the whole suite.</summary>
    public Shard? Shard { get; init; }

    /// <summary><c>--results</c>, as typed.</summary>
    public string? Results { get; init; }

    /// <summary><c>--test-timeout</c>, or null.</summary>
    public TimeSpan? TimeLimit { get; init; }
}

/// <summary>The command line of <c>test</c>.</summary>
internal sealed class TestDefinition : CommandDefinition
{
    public override string Name => "test";

    public override string Summary => "Run the shared test suite on both engines side by side, and compare outcomes and what was read and written";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("test", "The projects of \"tests\" in migrateboth.json, or the one in this folder"),
        new("test --tests tests/Shop.Tests --filter \"FullyQualifiedName~Orders\"", "One project, some of its tests"),
        new("test --no-build --mysql \"Server=127.0.0.1;User ID=ci;Password=...\"", "With the last build, on a server that is there"),
        new("test --shard 2/3 --results out/shard-2.json", "The second third of the suite, for 'merge'"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var tests = app.Option("--tests <PATH>", "A test project or its folder, instead of \"tests\" in the configuration; repeatable", CommandOptionType.MultipleValue);
        var filter = app.Option("--filter <FILTER>", "Only these tests, in the language of the project's test runner", CommandOptionType.SingleValue);
        var shard = app.Option("--shard <K/N>", "Only the K-th of N parts of the suite; the parts are the same on every machine", CommandOptionType.SingleValue);
        var results = app.Option("--results <FILE>", "Write the results that 'merge' needs", CommandOptionType.SingleValue);
        var timeout = app.Option("--test-timeout <TIME>", "The most that a test project may take on one engine (default 30m)", CommandOptionType.SingleValue);
        var project = new ProjectOptionGroup(app, takesSeveral: true);
        var mySql = new MySqlOptionGroup(app);
        var check = new CheckOptionGroup(app);
        return () =>
        {
            var options = new TestOptions
            {
                Project = project.Read(),
                MySql = mySql.Read(),
                Check = check.Read(),
                Tests = [.. tests.Values.OfType<string>()],
                Filter = filter.Single(),
                Shard = shard.Single() is { } part ? Read(part) : null,
                Results = results.Single(),
                TimeLimit = timeout.Single() is { } time ? Duration.Parse("--test-timeout", time) : null,
            };

            // Projects that are named, a part of a suite and a file for 'merge' are about one suite.
            return options is { Tests.Count: 0, Shard: null, Results: null }
                ? new EachConfiguration(Name, options.Project, options.Check, (one, reports) => new TestCommand(options with { Project = one, Check = reports! })) { Concerns = MeantConfigurations.NamesTests }
                : new OneConfiguration(Name, options.Project, one => new TestCommand(options with { Project = one }));
        };
    }

    private static Shard Read(string text) => Shard.Parse(text)
        ?? throw new MigrateBothException(ExitCode.Usage, "invalid-value", $"--shard does not take '{text}'.", "Write --shard K/N, such as --shard 2/3, with K from 1 to N.");
}
