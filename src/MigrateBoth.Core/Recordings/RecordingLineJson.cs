using System.Text.Json;
using System.Text.Json.Serialization;

namespace MigrateBoth.Core.Recordings;

/// <summary>The lines as JSON, to read them; <see cref="RecordingLineJson"/> writes them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RecordingLine))]
sealed partial class RecordingJson : JsonSerializerContext;

/// <summary>
/// Writes lines as <see cref="RecordingJson"/> reads them, member by member: every process of tests writes them, and the serializer would have
/// to be compiled first in each.
/// </summary>
static class RecordingLineJson
{
    /// <summary>Writes one line's object.</summary>
    public static void Write(Utf8JsonWriter json, RecordingLine line)
    {
        json.WriteStartObject();
        switch (line)
        {
            case RecordedCommand command:
                json.WriteString("type", "command");
                Command(json, command);
                break;
            case RecordedSave save:
                json.WriteString("type", "save");
                Step(json, save);
                Save(json, save);
                break;
            case RecordedTransaction transaction:
                json.WriteString("type", "transaction");
                Step(json, transaction);
                json.WriteString("action", transaction.Action.ToString());
                Number(json, "save", transaction.Save);
                Text(json, "isolation", transaction.Isolation);
                break;
            case RecordedObstacle obstacle:
                json.WriteString("type", "obstacle");
                Step(json, obstacle);
                json.WriteString("statement", obstacle.Statement);
                break;
            case RecordedUntranslated untranslated:
                json.WriteString("type", "untranslated");
                Step(json, untranslated);
                json.WriteString("shape", untranslated.Shape);
                break;
            case TestStarted started:
                json.WriteString("type", "test");
                json.WriteNumber("test", started.Test);
                Text(json, "class", started.Class);
                break;
            case TestNamed named:
                json.WriteString("type", "test-name");
                Named(json, named);
                break;
            case TestEnded ended:
                json.WriteString("type", "test-end");
                json.WriteNumber("test", ended.Test);
                json.WriteNumber("commands", ended.Commands);
                json.WriteNumber("omitted", ended.Omitted);
                break;
            case OnlyOnDeclared declared:
                json.WriteString("type", "only-on");
                json.WriteString("name", declared.Name);
                json.WriteString("engine", declared.Engine);
                json.WriteString("reason", declared.Reason);
                break;
            case SessionStarted session:
                json.WriteString("type", "session");
                Session(json, session);
                break;
            case SessionEnded ended:
                json.WriteString("type", "end");
                json.WriteNumber("lines", ended.Lines);
                break;
            default:
                throw new NotSupportedException($"A line of the type {line.GetType().Name} cannot be written.");
        }

        json.WriteEndObject();
    }

    private static void Session(Utf8JsonWriter json, SessionStarted session)
    {
        json.WriteNumber("format", session.Format);
        json.WriteString("engine", session.Engine);
        Text(json, "serverVersion", session.ServerVersion);
        Text(json, "provider", session.Provider);
        Text(json, "context", session.Context);
        json.WriteString("assembly", session.Assembly);
        json.WriteNumber("process", session.Process);
        json.WriteString("startedAt", session.StartedAt);
    }

    private static void Named(Utf8JsonWriter json, TestNamed named)
    {
        json.WriteNumber("test", named.Test);
        json.WriteString("name", named.Name);
        Text(json, "displayName", named.DisplayName);
        if (named.Arguments is { } arguments)
        {
            Texts(json, "arguments", arguments);
        }

        Text(json, "onlyOn", named.OnlyOn);
        Text(json, "reason", named.Reason);
    }

    private static void Step(Utf8JsonWriter json, RecordedStep step)
    {
        json.WriteNumber("sequence", step.Sequence);
        Number(json, "test", step.Test);
        Text(json, "context", step.Context);
        Number(json, "at", step.At);
        if (step.Failure is { } failure)
        {
            json.WriteStartObject("failure");
            json.WriteString("class", failure.Class.ToString());
            json.WriteString("exception", failure.Exception);
            Text(json, "code", failure.Code);
            json.WriteString("message", failure.Message);
            json.WriteEndObject();
        }
    }

    private static void Save(Utf8JsonWriter json, RecordedSave save)
    {
        json.WriteStartArray("entities");
        foreach (var saved in save.Entities)
        {
            json.WriteStartObject();
            json.WriteString("entity", saved.Entity);
            json.WriteNumber("added", saved.Added);
            json.WriteNumber("modified", saved.Modified);
            json.WriteNumber("deleted", saved.Deleted);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Number(json, "rowsAffected", save.RowsAffected);
    }

    private static void Command(Utf8JsonWriter json, RecordedCommand command)
    {
        Step(json, command);
        json.WriteString("kind", command.Kind.ToString());
        json.WriteString("source", command.Source.ToString());
        Number(json, "save", command.Save);
        Texts(json, "tags", command.Tags);
        Text(json, "shape", command.Shape);
        json.WriteString("sql", command.Sql);
        Text(json, "orderBy", command.OrderBy);
        Texts(json, "parameters", command.Parameters);
        Result(json, command.Columns, command.Rows, command.RowCount, command.Rest);
        if (command.MoreResults is { } more)
        {
            json.WriteStartArray("moreResults");
            foreach (var result in more)
            {
                json.WriteStartObject();
                Result(json, result.Columns, result.Rows, result.RowCount, result.Rest);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Number(json, "rowsAffected", command.RowsAffected);
        Text(json, "scalar", command.Scalar);
        json.WriteBoolean("truncated", command.Truncated);
        if (command.IsInScope)
        {
            json.WriteBoolean("isInScope", true);
        }
    }

    private static void Result(Utf8JsonWriter json, IReadOnlyList<RecordedColumn> columns, IReadOnlyList<IReadOnlyList<string?>> rows, int count, RowsDigest? rest)
    {
        json.WriteStartArray("columns");
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            Text(json, "origin", column.Origin);
            json.WriteString("role", column.Role.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            json.WriteStartArray();
            Values(json, row);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("rowCount", count);
        if (rest is not null)
        {
            Rest(json, rest);
        }
    }

    private static void Rest(Utf8JsonWriter json, RowsDigest rest)
    {
        json.WriteStartObject("rest");
        json.WriteNumber("count", rest.Count);
        json.WriteString("ordered", rest.Ordered);
        json.WriteString("unordered", rest.Unordered);
        json.WriteStartArray("columns");
        foreach (var column in rest.Columns)
        {
            json.WriteStartObject();
            json.WriteString("ordered", column.Ordered);
            json.WriteString("unordered", column.Unordered);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string?> texts)
    {
        json.WriteStartArray(name);
        Values(json, texts);
        json.WriteEndArray();
    }

    private static void Values(Utf8JsonWriter json, IReadOnlyList<string?> values)
    {
        foreach (var value in values)
        {
            json.WriteStringValue(value); // null is written as null
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
