using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Explain;

/// <summary>Shows one rule's page, or the list of all rules.</summary>
/// <param name="ruleId">The rule, or null for all.</param>
internal sealed class ExplainCommand(string? ruleId) : ICommand
{
    public Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var pages = context.Services.RulePages();
        return Task.FromResult<ICommandResult>(ruleId is null ? new RuleListResult(pages) : new RulePageResult(Find(ruleId, pages)));
    }

    private static RulePage Find(string id, IReadOnlyList<RulePage> pages) =>
        pages.FirstOrDefault(page => page.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw new MigrateBothException(
            ExitCode.Configuration,
            "unknown-rule",
            $"There is no rule '{id}'.{(NearestName.Find(id, pages.Select(p => p.Id)) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty)}",
            $"'{ToolName.Command} explain' lists all rules.");
}
