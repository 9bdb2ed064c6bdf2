using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Doctor;

/// <summary>The command line of <c>doctor</c>.</summary>
internal sealed class DoctorDefinition : CommandDefinition
{
    public override string Name => "doctor";

    public override string Summary => "Check SDK, project, EF Core, providers, Docker, image and server; report what is missing and how to get it";

    public override bool TakesApplicationArguments => true;

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("doctor", "Is everything there?"),
        new("doctor --mysql local", "With a MySQL of this machine instead of a container"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var project = new ProjectOptionGroup(app);
        var mySql = new MySqlOptionGroup(app);
        return () => new DoctorCommand(project.Read(), mySql.Read());
    }
}
