using System.Text.Json;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>What became of one database, for machines.</summary>
internal static class OutcomeJson
{
    public static void Write(Utf8JsonWriter json, DatabaseOutcome outcome)
    {
        json.WriteStartObject();
        PlanJson.Write(json, outcome.Plan, withSql: false);
        json.WriteString("status", outcome.Status);
        PlanJson.WriteStrings(json, "completed", outcome.Run?.Completed ?? []);
        PlanJson.WriteStrings(json, "rolledBack", outcome.RolledBack);
        PlanJson.WriteStrings(json, "notReached", outcome.NotReached);
        if (outcome.Run?.Failure is { } failure)
        {
            WriteFailure(json, outcome, failure);
        }

        if (outcome.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteString("hint", error.Hint);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, DatabaseOutcome outcome, MigrationFailure failure)
    {
        json.WriteStartObject("failure");
        json.WriteString("migration", failure.MigrationId);
        json.WriteString("message", failure.Message);
        if (failure.ErrorNumber is { } number)
        {
            json.WriteNumber("errorNumber", number);
        }

        json.WriteBoolean("lockTimeout", failure.IsLockTimeout);
        json.WriteStartArray("commands");
        foreach (var (command, state) in outcome.HalfApplied?.Commands() ?? [])
        {
            json.WriteStartObject();
            json.WriteString("state", state switch { "rolled back" => "rolledBack", "not reached" => "notReached", _ => state });
            json.WriteString("operation", command.Operation);
            json.WriteString("sql", command.Sql);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("wayOut", outcome.HalfApplied is { } half ? WayOut.Of(outcome.Plan, half) : null);
        json.WriteEndObject();
    }
}
