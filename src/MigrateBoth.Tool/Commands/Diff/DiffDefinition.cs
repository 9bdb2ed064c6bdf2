using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>The options of <c>diff</c>.</summary>
/// <param name="Left">A.</param>
/// <param name="Right">B.</param>
/// <param name="Project">The project, which only <c>model:</c> and <c>migrations:</c> need.</param>
/// <param name="MySql">The scratch server, which only <c>model:mysql</c> and <c>migrations:mysql</c> need.</param>
/// <param name="Check">What fails, and what is written.</param>
/// <param name="Sql">Whether the SQL that brings B to A is shown in place of the findings.</param>
internal sealed record DiffOptions(DiffOperand Left, DiffOperand Right, ProjectOptions Project, MySqlOptions MySql, CheckOptions Check, bool Sql);

/// <summary>The command line of <c>diff</c>.</summary>
internal sealed class DiffDefinition : CommandDefinition
{
    private const string Forms = "sqlite:CONNECTION, mysql:CONNECTION, model:ENGINE or migrations:ENGINE";

    public override string Name => "diff";

    public override string Summary => "Compare two schemas: databases, models, migrations; reads only";

    public override bool TakesApplicationArguments => true;

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("diff migrations:mysql mysql:\"Server=db;Database=shop;User ID=reader;Password=***\"", "Is production what the migrations build?"),
        new("diff sqlite:shop.db mysql:\"Server=127.0.0.1;Database=shop;User ID=app;Password=***\"", "Two databases; no project is needed"),
        new("diff migrations:sqlite sqlite:shop.db --format json --report json=out/diff.json", "In a pipeline"),
        new("diff model:sqlite migrations:sqlite", "One side's drift alone, without MySQL"),
        new("diff sqlite:release.db sqlite:customer.db --sql", "The statements that would bring the second to the first"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var left = app.Argument("A", $"What is expected: {Forms}").IsRequired().Takes(DiffOperandParser.Words);
        var right = app.Argument("B", $"What is held against it: {Forms}").IsRequired().Takes(DiffOperandParser.Words);
        var sql = app.Option("--sql", "Show the SQL that brings B to A; it is for reading and never run", CommandOptionType.NoValue);
        var project = new ProjectOptionGroup(app);
        var mySql = new MySqlOptionGroup(app);
        var check = new CheckOptionGroup(app);
        return () => new DiffCommand(new DiffOptions(
            DiffOperandParser.Parse("A", left.Value!), DiffOperandParser.Parse("B", right.Value!), project.Read(), mySql.Read(), check.Read(), sql.HasValue()));
    }
}
