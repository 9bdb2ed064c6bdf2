using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Rules;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Explain;

/// <summary>The command line of <c>explain</c>.</summary>
internal sealed class ExplainDefinition : CommandDefinition
{
    public override string Name => "explain";

    public override string Summary => "Explain a rule: why it exists, an example, the fix";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("explain MB301", "The page of one rule"),
        new("explain", "All rules"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var rule = app.Argument("RULE", "A rule's id, such as MB301; without it all rules are listed").Takes(RuleSet.All.Select(rule => rule.Id));
        return () => new ExplainCommand(rule.Value);
    }
}
