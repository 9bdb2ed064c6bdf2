using System.Text.Json;
using MigrateBoth.Core.Configuration;

namespace MigrateBoth.Tool.Tests.Configuration;

public sealed class ConfigurationSchemaTests
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "migrateboth.schema.json"))).RootElement;

    [Fact]
    public void The_schema_and_the_parser_have_the_same_keys()
    {
        var properties = Schema.GetProperty("properties");

        Assert.Equal(ConfigurationNames.TopLevel, Keys(Schema));
        Assert.Equal(ConfigurationNames.Sqlite, Keys(properties.GetProperty("sqlite")));
        Assert.Equal(ConfigurationNames.MySql, Keys(properties.GetProperty("mysql")));
        Assert.Equal(ConfigurationNames.Baseline, Keys(properties.GetProperty("baseline")));
        Assert.Equal(ConfigurationNames.Acceptance, Keys(properties.GetProperty("accept").GetProperty("items")));
    }

    [Fact]
    public void The_schema_and_the_parser_have_the_same_values()
    {
        var properties = Schema.GetProperty("properties");

        Assert.Equal(ConfigurationNames.Layouts.Keys, Words(properties.GetProperty("layout")));
        Assert.Equal(SeverityNames.AllAndOff.Keys, Words(properties.GetProperty("rules").GetProperty("additionalProperties")));
    }

    private static IEnumerable<string> Keys(JsonElement schema)
    {
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        return schema.GetProperty("properties").EnumerateObject().Select(property => property.Name);
    }

    private static IEnumerable<string> Words(JsonElement schema) =>
        schema.GetProperty("enum").EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!);
}
