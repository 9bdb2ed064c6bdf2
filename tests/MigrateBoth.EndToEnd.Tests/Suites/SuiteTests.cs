using System.Text.Json;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Suites;

/// <summary>The samples' suites on both engines, with the packed packages.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class SuiteTests(InstalledTool tool)
{
    [Fact]
    public async Task Every_divergence_is_reported_with_its_cause()
    {
        using var sandbox = Sandbox.OfSample(tool, "Divergent.Tests");

        var result = await sandbox.RunAsync("test", "--mysql", "docker", "--format", "json");

        Assert.True(result.ExitCode == 1, result.ToString());
        var expected = JsonDocument.Parse(await File.ReadAllTextAsync(sandbox.PathOf("expected.json"))).RootElement.EnumerateArray()
            .Select(one => (Test: Text(one, "test"), Rule: Text(one, "rule"), Cause: Text(one, "cause"))).ToList();
        var found = result.Json.GetProperty("findings").EnumerateArray()
            .Select(one => (Test: Text(one, "object"), Rule: Text(one, "rule"), Cause: one.TryGetProperty("cause", out var cause) ? Text(cause, "id") : "")).ToList();
        Assert.True(expected.Count >= 25);
        Assert.Empty(expected.Except(found));
        Assert.Empty(found.Select(finding => finding.Test).Except(expected.Select(one => one.Test)));
        // By their own assertions all of them pass.
        Assert.All(result.Json.GetProperty("tests").EnumerateArray(), test =>
        {
            Assert.Equal("passed", Text(test.GetProperty("sqlite"), "outcome"));
            Assert.Equal("passed", Text(test.GetProperty("mysql"), "outcome"));
        });
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Three_shards_merged_are_the_report_of_one_run()
    {
        using var sandbox = Sandbox.OfSample(tool, "Divergent.Tests");
        var whole = await sandbox.RunAsync("test", "--mysql", "docker", "--format", "json");
        foreach (var part in new[] { 1, 2, 3 })
        {
            var shard = await sandbox.RunAsync("test", "--mysql", "docker", "--no-build", "--shard", $"{part}/3", "--results", $"parts/{part}.json");
            Assert.True(shard.ExitCode is 1 or 2, shard.ToString());
        }

        var merged = await sandbox.RunAsync("merge", "parts", "--format", "json");

        Assert.Equal(whole.ExitCode, merged.ExitCode);
        Assert.Equal(Keys(whole), Keys(merged));
        Assert.Equal(whole.Json.GetProperty("tests").GetArrayLength(), merged.Json.GetProperty("tests").GetArrayLength());
        File.Delete(sandbox.PathOf("parts", "2.json"));
        Assert.Equal(2, (await sandbox.RunAsync("merge", "parts")).ExitCode);
    }

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("xunit", """<PackageReference Include="xunit" Version="2.9.3" /><PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" /><PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />""")]
    [InlineData("xunit.v3", """<PackageReference Include="xunit.v3" Version="4.0.2" />""")]
    [InlineData("NUnit", """<PackageReference Include="NUnit" Version="4.*" /><PackageReference Include="NUnit3TestAdapter" Version="*" /><PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />""")]
    public async Task A_suite_in_an_empty_folder_takes_ten_lines(string framework, string packages)
    {
        using var sandbox = Sandbox.Empty(tool);
        var isNUnit = framework == "NUnit";
        await File.WriteAllTextAsync(sandbox.PathOf("Notes.Tests.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><NoWarn>NU1603</NoWarn><NuGetAudit>false</NuGetAudit></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MigrateBoth.Testing" Version="{Repository.PackageVersion}" />
                <PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="9.0.23" PrivateAssets="all" />
                {packages}
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(sandbox.PathOf("NoteTests.cs"), $$"""
            using MigrateBoth.Testing; using Microsoft.EntityFrameworkCore; using {{(isNUnit ? "NUnit.Framework" : "Xunit")}};
            public class Note { public int Id { get; set; } public int Stars { get; set; } }
            public class NoteContext(DbContextOptions<NoteContext> options) : DbContext(options) { public DbSet<Note> All => Set<Note>(); }
            public class NoteTests {
                [{{(isNUnit ? "Test" : "Fact")}}] public async Task Notes_are_kept() {
                    using var database = new ParityDatabase<NoteContext>();
                    using (var context = database.CreateContext()) { context.Add(new Note { Stars = 3 }); await context.SaveChangesAsync(); }
                    using (var context = database.CreateContext()) { Assert.{{(isNUnit ? "That((await context.All.SingleAsync()).Stars, Is.EqualTo(3))" : "Equal(3, (await context.All.SingleAsync()).Stars)")}}; }
                } }
            """);
        var added = await sandbox.RunAsync("add", "Initial");
        Assert.True(added.ExitCode == 0, added.ToString());

        var result = await sandbox.RunAsync("test", "--mysql", "docker", "--format", "json");

        Assert.True(result.ExitCode == 0, result.ToString());
        var test = Assert.Single(result.Json.GetProperty("tests").EnumerateArray());
        Assert.True(test.GetProperty("recorded").GetBoolean());
        Assert.Equal("same", Text(test, "verdict"));
    }

    private static List<string> Keys(ToolResult result) =>
        [.. result.Json.GetProperty("findings").EnumerateArray().Select(one => $"{Text(one, "object")} {Text(one, "rule")} {Text(one, "engine")}")];

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;
}
