using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Explain;

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
