using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Several;
using MigrateBoth.Tool.Commands.Shared;

namespace MigrateBoth.Tool.Commands.List;

/// <summary>The command line of <c>list</c>.</summary>
internal sealed class ListDefinition : CommandDefinition
{
    public override string Name => "list";

    public override string Summary => "List both histories side by side, with connections also what is applied where";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("list", "What the project has"),
        new("list --sqlite shop.db --mysql \"Server=db;Database=shop;User=app;Password=***\"", "And what is applied"),
        new("list --format json", "The same as JSON"),
    ];

    public override bool TakesApplicationArguments => true;

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var databases = new DatabaseOptionGroup(app, "Show what is applied to");
        var project = new ProjectOptionGroup(app, takesSeveral: true);
        return () =>
        {
            var given = databases.Read();
            return new EachConfiguration(Name, project.Read(), check: null, (one, _) => new ListCommand(given, one));
        };
    }
}
