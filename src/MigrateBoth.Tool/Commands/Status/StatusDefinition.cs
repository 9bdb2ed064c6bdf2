using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Tool.Accepting;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Several;

namespace MigrateBoth.Tool.Commands.Status;

/// <summary>The command line of <c>status</c>.</summary>
internal sealed class StatusDefinition : CommandDefinition
{
    public override string Name => "status";

    public override string Summary => "Check both histories without a database: pending model changes, unpaired, renamed or reordered migrations";

    public override bool TakesApplicationArguments => true;

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("status", "Is either side ahead or behind?"),
        new("status --no-build --quiet", "In a build, after the build"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var project = new ProjectOptionGroup(app, takesSeveral: true);
        var check = new CheckOptionGroup(app);
        var accept = new AcceptOptionGroup(app);
        return () =>
        {
            var accepted = accept.Read();
            return new EachConfiguration(Name, project.Read(), check.Read(), (one, reports) => new StatusCommand(one, reports!, accepted));
        };
    }
}
