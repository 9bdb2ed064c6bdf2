using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Configuration.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Tests.CommandLine;
using NJsonSchema;

namespace MigrateBoth.Tool.Tests.Configuration;

/// <summary>What an editor marks and what the tool refuses are the same.</summary>
public sealed class SchemaValidationTests
{
    private static readonly string SchemaFile = Path.Combine(AppContext.BaseDirectory, "migrateboth.schema.json");

    public static TheoryData<string> Right =>
    [
        "{}",
        """{ "$schema": "./migrateboth.schema.json", "project": "src/Shop", "startupProject": "src/Web", "context": "ShopContext", "layout": "folders" }""",
        """{ "layout": "projects", "sqlite": { "project": "A" }, "mysql": { "project": "B", "version": "10.11-mariadb", "image": "mariadb:11.8" } }""",
        """{ "layout": "contexts", "sqlite": { "context": "A", "migrations": "M/A", "arguments": ["--db", ""], "environment": { "X": "" } } }""",
        """{ "project": null, "layout": null, "sqlite": null, "mysql": null, "tests": null, "rules": null, "accept": null, "baseline": null }""",
        """{ "tests": ["tests/Shop.Tests"], "rules": { "MB301": "error", "MB302": "warning", "MB303": "info", "MB304": "off" } }""",
        """{ "accept": [ { "rule": "MB301", "object": "A.B", "difference": "x -> y", "reason": "so", "until": "2027-01-31" } ] }""",
        """{ "baseline": { "sqlite": "20260101000000_A", "mysql": null } }""",
    ];

    public static TheoryData<string> Wrong =>
    [
        "[]",
        """{ "proejct": "src/Shop" }""",
        """{ "project": 3 }""",
        """{ "project": "" }""",
        """{ "layout": "folder" }""",
        """{ "sqlite": { "version": "8.4" } }""",
        """{ "mysql": { "versoin": "8.4" } }""",
        """{ "mysql": [] }""",
        """{ "mysql": { "arguments": "--db mysql" } }""",
        """{ "mysql": { "environment": { "X": 1 } } }""",
        """{ "tests": "tests/Shop.Tests" }""",
        """{ "tests": [1] }""",
        """{ "rules": { "MB301": "fatal" } }""",
        """{ "rules": [] }""",
        """{ "accept": { "rule": "MB301" } }""",
        """{ "accept": [ { "rule": "MB301", "object": "A.B", "difference": "x -> y" } ] }""",
        """{ "accept": [ { "rule": "MB301", "object": "A.B", "difference": "x -> y", "reason": "" } ] }""",
        """{ "accept": [ { "rule": "MB301", "object": "A.B", "difference": "x -> y", "reason": "so", "until": "tomorrow" } ] }""",
        """{ "accept": [ { "rule": "MB301", "object": "A.B", "difference": "x -> y", "reason": "so", "because": "so" } ] }""",
        """{ "baseline": { "sqlit": "A" } }""",
    ];

    [Theory]
    [MemberData(nameof(Right))]
    public async Task What_the_tool_takes_no_editor_marks(string text)
    {
        ConfigurationFile.Parse(Path.GetFullPath("/shop/migrateboth.json"), text);

        Assert.Empty((await JsonSchema.FromFileAsync(SchemaFile)).Validate(text));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_the_tool_refuses_editors_mark(string text)
    {
        Assert.Throws<MigrateBothException>(() => ConfigurationFile.Parse(Path.GetFullPath("/shop/migrateboth.json"), text));

        Assert.NotEmpty((await JsonSchema.FromFileAsync(SchemaFile)).Validate(text));
    }

    [Fact]
    public async Task Configurations_of_the_samples_and_of_the_page_hold_to_it()
    {
        var root = Root();
        var files = Directory.EnumerateFiles(Path.Combine(root, "tests", "samples"), "migrateboth.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();
        Assert.True(files.Count >= 5);
        var page = (await File.ReadAllTextAsync(Path.Combine(root, "docs", "configuration.md"))).Split("```json")[1].Split("```")[0];

        var schema = await JsonSchema.FromFileAsync(SchemaFile);

        Assert.All(files.Append(page), text => Assert.Empty(schema.Validate(text)));
    }

    [Fact]
    public async Task Every_key_says_what_it_is_for()
    {
        var schema = await JsonSchema.FromFileAsync(SchemaFile);

        Assert.All(
            schema.Properties.Where(property => property.Key != "$schema"),
            property => Assert.False(string.IsNullOrWhiteSpace(property.Value.ActualSchema.Description ?? property.Value.Description), property.Key));
        Assert.All(
            new[] { "sqlite", "mysql" }.SelectMany(engine => schema.Properties[engine].ActualSchema.Properties),
            property => Assert.False(string.IsNullOrWhiteSpace(property.Value.ActualSchema.Description ?? property.Value.Description), property.Key));
    }

    [Fact]
    public async Task The_address_that_init_writes_is_this_file_s()
    {
        var schema = await File.ReadAllTextAsync(SchemaFile);
        Assert.Contains($"\"$id\": \"{ConfigurationNames.SchemaUri}\"", schema, StringComparison.Ordinal);

        var path = ConfigurationNames.SchemaUri.Split("/main/")[1];
        Assert.Equal(schema, await File.ReadAllTextAsync(Path.Combine(Root(), path)));
    }

    [Fact]
    public async Task The_schema_of_the_package_is_handed_out_without_a_network()
    {
        var folder = Directory.CreateTempSubdirectory("migrateboth-schema-");
        var schema = await File.ReadAllTextAsync(SchemaFile);

        var printed = await ToolRun.Of("schema");
        var written = await ToolRun.With(null, folder.FullName, null, null, "schema", "--output", "editors/migrateboth.schema.json", "--format", "json");
        var over = await ToolRun.With(null, folder.FullName, null, null, "schema", "--output", "migrateboth.json");

        Assert.Equal(schema, printed.Out);
        Assert.Equal(schema, await File.ReadAllTextAsync(Path.Combine(folder.FullName, "editors", "migrateboth.schema.json")));
        Assert.Equal("migrateboth.json", written.Json.GetProperty("schema").GetProperty("title").GetString());
        Assert.Equal(64, over.ExitCode);
        folder.Delete(recursive: true);
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "MigrateBoth.sln")))
        {
            directory = directory.Parent!;
        }

        return directory.FullName;
    }
}
