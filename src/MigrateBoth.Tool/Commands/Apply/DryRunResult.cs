using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>The plan of a dry run, in which nothing is applied.</summary>
/// <param name="Plans">One per database.</param>
/// <param name="Warnings">What is unusual.</param>
/// <param name="ShowSql">Whether the text shows the SQL; the JSON always has it.</param>
internal sealed record DryRunResult(IReadOnlyList<DatabasePlan> Plans, IReadOnlyList<CommandWarning> Warnings, bool ShowSql) : ICommandResult
{
    public ExitCode ExitCode => ExitCode.Ok;

    public void WriteText(TextOutput output)
    {
        foreach (var line in Plans.SelectMany(plan => PlanText.Lines(plan, ShowSql)))
        {
            output.Line(line);
        }

        output.Line();
        output.Line("Dry run: nothing was applied.", TextStyle.Bold);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("dryRun", true);
        json.WriteStartArray("databases");
        foreach (var plan in Plans)
        {
            json.WriteStartObject();
            PlanJson.Write(json, plan, withSql: true);
            json.WriteString("status", plan.Migrations.Pending.Count == 0 ? "upToDate" : "planned");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        CommandWarning.WriteAll(json, Warnings);
    }
}
