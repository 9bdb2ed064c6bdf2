using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Reports.SideBySide;

namespace MigrateBoth.Tool.Reporting.Html;

/// <summary>Both schemas as the page's script reads them. What is empty is left out: most attributes of most columns are.</summary>
internal static class HtmlSchemaData
{
    public static void Write(SchemaComparisonView view, Utf8JsonWriter json)
    {
        json.WriteStartObject("schema");
        json.WriteString("left", view.LeftName);
        json.WriteString("right", view.RightName);
        json.WriteString("leftEngine", view.Sides.Left.Engine.DisplayName());
        json.WriteString("rightEngine", view.Sides.Right.Engine.DisplayName());
        json.WriteStartArray("tables");
        foreach (var table in view.Tables)
        {
            Write(table, json);
        }

        json.WriteEndArray();
        json.WriteStartArray("views");
        foreach (var item in view.Views)
        {
            json.WriteStartObject();
            WriteMembers(item, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(TableSides table, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteMembers(table.Self, json);
        json.WriteStartArray("objects");
        foreach (var item in table.Objects)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(item.Kind.ToString()));
            WriteMembers(item, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("references");
        foreach (var reference in table.References)
        {
            json.WriteStartObject();
            json.WriteString("table", reference.Table);
            json.WriteString("columns", string.Join(", ", reference.Columns));
            json.WriteBoolean("left", reference.OnLeft);
            json.WriteBoolean("right", reference.OnRight);
            json.WriteBoolean("optional", reference.IsOptional);
            json.WriteBoolean("unique", reference.IsUnique);
            json.WriteString("principal", string.Join(", ", reference.PrincipalColumns));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMembers(ObjectSides item, Utf8JsonWriter json)
    {
        json.WriteString("name", item.Name);
        json.WriteBoolean("left", item.Left is not null);
        json.WriteBoolean("right", item.Right is not null);
        WritePlaces(item.Findings, json);
        if (item.Attributes.Count == 0)
        {
            return;
        }

        json.WriteStartArray("attributes");
        foreach (var attribute in item.Attributes)
        {
            json.WriteStartObject();
            json.WriteString("name", attribute.Name);
            json.Optional("left", attribute.Left);
            json.Optional("right", attribute.Right);
            WritePlaces(attribute.Findings, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlaces(IReadOnlyList<int> findings, Utf8JsonWriter json)
    {
        if (findings.Count == 0)
        {
            return;
        }

        json.WriteStartArray("findings");
        foreach (var place in findings)
        {
            json.WriteNumberValue(place);
        }

        json.WriteEndArray();
    }
}
