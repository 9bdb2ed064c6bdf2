using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests;

/// <summary>Migrations that reach outside their database: named with file and line on both engines, and cleared away.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class OutsideTests(InstalledTool tool)
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task What_migrations_do_outside_of_their_database_is_found_on_both_engines()
    {
        using var sandbox = new MiniApp().In(tool);
        Assert.Equal(0, (await sandbox.RunAsync("add", "Init")).ExitCode);
        Assert.Equal(0, (await sandbox.RunAsync("add", "Audit")).ExitCode);
        var file = sandbox.PathOf("audit.db");
        await InUpAsync(sandbox, "Sqlite", $"ATTACH DATABASE '{file}' AS audit; CREATE TABLE audit.Log (Id INTEGER PRIMARY KEY); DETACH DATABASE audit;");
        await InUpAsync(sandbox, "MySql", "CREATE DATABASE mini_audit;");

        var result = await sandbox.RunAsync("verify", "--only", "drift", "--format", "json");

        Assert.True(result.ExitCode == 2, result.ToString());
        var findings = result.Json.GetProperty("findings").EnumerateArray().ToList();
        Assert.True(findings.Count == 2, result.ToString());
        Assert.All(findings, finding =>
        {
            Assert.Equal("MB911", finding.GetProperty("rule").GetString());
            Assert.EndsWith("_Audit", finding.GetProperty("object").GetString(), StringComparison.Ordinal);
            Assert.EndsWith("_Audit.cs", finding.GetProperty("file").GetString(), StringComparison.Ordinal);
        });
        Assert.Contains(findings, finding => finding.GetProperty("message").GetString()!.Contains("makes database mini_audit on MySQL", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.GetProperty("message").GetString()!.Contains($"The file {file} was made by it and is removed.", StringComparison.Ordinal));
        Assert.False(File.Exists(file), "the attached file is left");
    }

    private static async Task InUpAsync(Sandbox sandbox, string engine, string sql)
    {
        var migration = Assert.Single(Directory.EnumerateFiles(sandbox.PathOf("Migrations", engine), "*_Audit.cs"));
        var text = await File.ReadAllTextAsync(migration);
        var at = text.IndexOf('{', text.IndexOf("void Up(", StringComparison.Ordinal)) + 1;
        await File.WriteAllTextAsync(migration, text.Insert(at, $"\n            migrationBuilder.Sql(\"\"\"{sql}\"\"\", suppressTransaction: true);"));
    }
}
