using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Several;
using MigrateBoth.Tool.Commands.Shared;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>The options of <c>apply</c>.</summary>
/// <param name="Databases">The databases as typed; at least one.</param>
/// <param name="To">The migration to reach as typed, or null for the last.</param>
/// <param name="DryRun">Whether to stop after the plan.</param>
/// <param name="LockTimeout">How long to wait for EF Core's lock; null to go without it.</param>
/// <param name="Project">The project.</param>
internal sealed record ApplyOptions(IReadOnlyList<DatabaseOption> Databases, string? To, bool DryRun, TimeSpan? LockTimeout, ProjectOptions Project);

/// <summary>The command line of <c>apply</c>.</summary>
internal sealed class ApplyDefinition : CommandDefinition
{
    private static readonly TimeSpan DefaultLockTimeout = TimeSpan.FromSeconds(60);

    public override string Name => "apply";

    public override string Summary => "Apply the migrations to the databases given, after saying what will be done";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("apply --sqlite shop.db --mysql \"Server=db;Database=shop;User=app;Password=***\"", "Both at once"),
        new("apply --sqlite shop.db --dry-run --verbose", "Show the plan and its SQL, change nothing"),
        new("apply --sqlite shop.db --to InitialCreate", "To a certain migration, forward or back; 0 reverts all"),
    ];

    public override bool TakesApplicationArguments => true;

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var databases = new DatabaseOptionGroup(app, "Apply to");
        var to = app.Option("--to <MIGRATION>", "The migration to reach: id or name, 0 for none; the last one by default", CommandOptionType.SingleValue);
        var dryRun = app.Option("--dry-run", "Show the plan and stop; with --verbose also its SQL", CommandOptionType.NoValue);
        var lockTimeout = app.Option("--lock-timeout <TIME>", "How long to wait for EF Core's migration lock: 60s by default", CommandOptionType.SingleValue);
        var noLock = app.Option("--no-lock", "Go without EF Core's migration lock, where the server refuses GET_LOCK: nothing keeps a second migrator away", CommandOptionType.NoValue);
        var project = new ProjectOptionGroup(app);
        return () =>
        {
            var options = new ApplyOptions(
                databases.Read() is { Count: > 0 } given ? given : throw NoDatabase(),
                to.Single(),
                dryRun.HasValue(),
                noLock.HasValue() ? null : lockTimeout.Single() is { } time ? Duration.Parse("--lock-timeout", time) : DefaultLockTimeout,
                project.Read());
            return new OneConfiguration(Name, options.Project, one => new ApplyCommand(options with { Project = one }));
        };
    }

    private static MigrateBothException NoDatabase() => new(
        ExitCode.Usage,
        "missing-option",
        "'apply' needs a database: --sqlite CONNECTION, --mysql CONNECTION or both.",
        "Write for example: dotnet migrate-both apply --sqlite shop.db --mysql \"Server=127.0.0.1;Database=shop;User=app;Password=***\"");
}
