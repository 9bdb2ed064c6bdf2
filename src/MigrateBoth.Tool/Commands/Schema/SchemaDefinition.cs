using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Schema;

/// <summary>The command line of <c>schema</c>.</summary>
internal sealed class SchemaDefinition : CommandDefinition
{
    public override string Name => "schema";

    public override string Summary => $"Print the JSON schema of {ConfigurationNames.FileName}, for this version, or write it to a file";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("schema --output migrateboth.schema.json", "For editors without a network: \"$schema\": \"./migrateboth.schema.json\""),
        new("schema", "On stdout"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var output = app.Option("-o|--output <FILE>", "Write it to a file, which is replaced", CommandOptionType.SingleValue);
        return () => new SchemaCommand(output.Single());
    }
}
