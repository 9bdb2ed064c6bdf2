using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Several;

namespace MigrateBoth.Tool.Commands.Script;

/// <summary>The command line of <c>script</c>.</summary>
internal sealed class ScriptDefinition : CommandDefinition
{
    public override string Name => "script";

    public override string Summary => "Write the SQL of both sides to sqlite.sql and mysql.sql";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("script --output sql", "All migrations, from an empty database"),
        new("script --output sql --from AddCustomerEmail", "What came after AddCustomerEmail"),
        new("script --output sql --from AddCustomerEmail --to InitialCreate", "The way back"),
        new("script --output sql --idempotent", "MySQL's side may be run on any state; SQLite has no such scripts"),
    ];

    public override bool TakesApplicationArguments => true;

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var output = app.Option("-o|--output <DIR>", "The folder for sqlite.sql and mysql.sql; existing ones are replaced", CommandOptionType.SingleValue);
        var from = app.Option("--from <MIGRATION>", "The migration the databases are at: id or name; 0 (default) for none", CommandOptionType.SingleValue);
        var to = app.Option("--to <MIGRATION>", "The migration to reach: id or name; the last one by default", CommandOptionType.SingleValue);
        var idempotent = app.Option("-i|--idempotent", "Let MySQL's script find out itself what is applied", CommandOptionType.NoValue);
        var project = new ProjectOptionGroup(app);
        return () =>
        {
            var folder = output.Single() ?? throw new MigrateBothException(
                ExitCode.Usage, "missing-option", "'script' needs to know where the two files go.", "Write for example: dotnet migrate-both script --output sql");
            return new OneConfiguration(Name, project.Read(), one => new ScriptCommand(folder, from.Single(), to.Single(), idempotent.HasValue(), one));
        };
    }
}
