using System.Text.Json;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;

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

/// <summary>All rules, one line each.</summary>
internal sealed record RuleListResult(IReadOnlyList<RulePage> Pages) : ICommandResult
{
    public ExitCode ExitCode => ExitCode.Ok;

    public void WriteText(TextOutput output) =>
        output.Columns([.. Pages.Select(page => new[] { page.Id, page.SeverityName, page.Title })], indent: string.Empty);

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach (var page in Pages)
        {
            json.WriteStartObject();
            json.WriteString("id", page.Id);
            json.WriteString("title", page.Title);
            json.WriteString("severity", page.SeverityName);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>One rule's page.</summary>
internal sealed record RulePageResult(RulePage Page) : ICommandResult
{
    public ExitCode ExitCode => ExitCode.Ok;

    public void WriteText(TextOutput output)
    {
        output.Line($"{Page.Id}  {Page.Title}", TextStyle.Bold);
        output.Line($"default severity: {Page.SeverityName}", TextStyle.Faint);
        output.Line();
        MarkdownPage.Write(Page.Text.Trim(), output);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject("rule");
        json.WriteString("id", Page.Id);
        json.WriteString("title", Page.Title);
        json.WriteString("severity", Page.SeverityName);
        json.WriteString("text", Page.Text.Trim());
        json.WriteEndObject();
    }
}
