using System.Text.Json;
using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>A plan for machines: members of one database's object.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter json, DatabasePlan plan, bool withSql)
    {
        json.WriteString("engine", plan.Target.Engine.Id());
        json.WriteString("database", plan.Target.Display);
        json.WriteBoolean("exists", plan.Migrations.DatabaseExists);
        WriteStrings(json, "applied", plan.Migrations.Applied);
        WriteStrings(json, "unknown", plan.Migrations.Unknown);
        json.WriteStartArray("plan");
        foreach (var planned in plan.Migrations.Pending)
        {
            json.WriteStartObject();
            json.WriteString("migration", planned.Id);
            json.WriteString("direction", planned.IsRevert ? "down" : "up");
            json.WriteNumber("commands", planned.Commands.Count);
            WriteStrings(json, "mayLoseData", plan.LossesOf(planned));
            if (withSql)
            {
                WriteStrings(json, "sql", planned.Commands.Select(command => command.Sql));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
