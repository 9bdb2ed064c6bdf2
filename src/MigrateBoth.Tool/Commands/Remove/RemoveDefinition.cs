using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Several;
using MigrateBoth.Tool.Commands.Shared;

namespace MigrateBoth.Tool.Commands.Remove;

/// <summary>The command line of <c>remove</c>.</summary>
internal sealed class RemoveDefinition : CommandDefinition
{
    public override string Name => "remove";

    public override string Summary => "Remove the last migration of both sides, both or neither";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("remove", "Remove the last pair without checking a database"),
        new("remove --sqlite shop.db", "The same, unless shop.db has it applied"),
        new("remove --sqlite shop.db --force", "Even then; the database is not reverted"),
    ];

    public override bool TakesApplicationArguments => true;

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var force = app.Option("-f|--force", "Remove even if a given database has it applied or cannot be reached; databases are never reverted", CommandOptionType.NoValue);
        var databases = new DatabaseOptionGroup(app, "Refuse if it is applied to");
        var project = new ProjectOptionGroup(app);
        return () =>
        {
            var given = databases.Read();
            return new OneConfiguration(Name, project.Read(), one => new RemoveCommand(given, force.HasValue(), one));
        };
    }
}
