using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Several;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>The command line of <c>add</c>.</summary>
internal sealed class AddDefinition : CommandDefinition
{
    public override string Name => "add";

    public override string Summary => "Add one migration for SQLite and MySQL: same id, same name, both or neither";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("add AddCustomerEmail", "The pair of migrations the model asks for now"),
        new("add AddCustomerEmail --no-build", "From the last build's output"),
        new("add AddCustomerEmail --format json", "The id and the files as JSON"),
    ];

    public override bool TakesApplicationArguments => true;

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var name = app.Argument("NAME", "The migration's name, a C# identifier").IsRequired();
        var project = new ProjectOptionGroup(app);
        return () => new OneConfiguration(Name, project.Read(), one => new AddCommand(name.Value, one));
    }
}
