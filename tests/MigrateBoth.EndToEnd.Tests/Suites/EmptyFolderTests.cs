using System.Text.Json;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Suites;

/// <summary>From an empty folder to a suite on both engines, with the packed packages, exactly as docs/testing.md says.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class EmptyFolderTests(InstalledTool tool, MySqlContainer server)
{
    /// <summary>The attributes that the package adds to a project of xUnit v2. Both tests are counted as declared, on the engine that skips them.</summary>
    private const string OneEngine = """
        using MigrateBoth.Testing;

        public sealed class OneEngineTests
        {
            [OnlyOnFact(Engine.MySql, "it is the server's own")]
            public void A_function_of_the_server() => Assert.Equal(Engine.MySql, ParityDatabase.CurrentEngine);

            [OnlyOnTheory(Engine.MySql, "they are the server's own")]
            [InlineData(1)]
            [InlineData(2)]
            public void Rows(int row) => Assert.Equal((row, Engine.MySql), (row, ParityDatabase.CurrentEngine));
        }
        """;

    /// <summary>VSTest, and Microsoft.Testing.Platform.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public Task A_suite_takes_what_the_docs_say() => RunAsync(DocumentedSuite.First);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("NUnit")]
    [InlineData("MSTest")]
    [InlineData("xUnit v3")]
    [InlineData("TUnit")]
    public Task A_suite_of_another_framework_takes_what_the_docs_say(string heading) => RunAsync(heading);

    [Fact]
    public void The_package_s_readme_shows_the_same_test() => Assert.Contains(
        DocumentedSuite.Read(DocumentedSuite.First).Files["NoteTests.cs"],
        File.ReadAllText(Path.Combine(Repository.Root, "src", "MigrateBoth.Testing", "README.md")),
        StringComparison.Ordinal);

    private async Task RunAsync(string heading)
    {
        using var sandbox = Sandbox.Empty(tool).On(server);
        var suite = DocumentedSuite.Read(heading);
        foreach (var command in suite.Create)
        {
            await SucceedAsync(sandbox, command);
        }

        foreach (var (name, text) in suite.Files)
        {
            await File.WriteAllTextAsync(sandbox.PathOf(name), text);
        }

        var declared = heading == DocumentedSuite.First;
        if (declared)
        {
            await File.WriteAllTextAsync(sandbox.PathOf("OneEngineTests.cs"), OneEngine);
        }

        foreach (var command in suite.Run.SkipLast(1))
        {
            await SucceedAsync(sandbox, command);
        }

        var result = await SucceedAsync(sandbox, suite.Run[^1] + " --format json");

        var findings = result.Json.GetProperty("findings").EnumerateArray().Select(finding => $"{Text(finding, "rule")} {Text(finding, "object")}");
        Assert.Equal(declared ? ["MB604 OneEngineTests.A_function_of_the_server", "MB604 OneEngineTests.Rows(row: 1)", "MB604 OneEngineTests.Rows(row: 2)"] : [], findings.Order(StringComparer.Ordinal));
        var test = Assert.Single(result.Json.GetProperty("tests").EnumerateArray(), test => Text(test, "name").Contains("A_note_is_kept", StringComparison.Ordinal));
        Assert.Equal("same", Text(test, "verdict"));
        Assert.True(test.GetProperty("recorded").GetBoolean());
        Assert.Equal("passed", Text(test.GetProperty("sqlite"), "outcome"));
        Assert.Equal("passed", Text(test.GetProperty("mysql"), "outcome"));
    }

    private static async Task<ToolResult> SucceedAsync(Sandbox sandbox, string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var result = await sandbox.RunAsync(words[0], words[1..], CancellationToken.None);
        Assert.True(result.ExitCode == 0, $"{command}\n{result}");
        return result;
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;
}
