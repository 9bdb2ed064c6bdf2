using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Explain;

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
