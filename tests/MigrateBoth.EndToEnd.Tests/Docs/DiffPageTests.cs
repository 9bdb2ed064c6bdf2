using MigrateBoth.EndToEnd.Tests.Infrastructure;
using MySqlConnector;

namespace MigrateBoth.EndToEnd.Tests.Docs;

/// <summary>docs/diff.md: its commands run in the order of the page against a real "production", and say no when they should.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class DiffPageTests(InstalledTool tool, MySqlContainer server)
{
    private const string Reader = "reader-s3cr3t";

    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task The_release_gate_of_the_page_passes_and_finds_what_happened_to_production()
    {
        using var sandbox = Sandbox.OfSample(tool, "layouts/Folders").On(server);
        var production = server.Database("shop");
        var page = Path.Combine(Repository.Root, "docs", "diff.md");
        var commands = DocumentedCommandTests.Commands(page);
        Assert.True(commands.Count >= 7, string.Join('\n', commands));

        foreach (var command in commands)
        {
            var result = await sandbox.RunAsync([.. DocumentedCommandTests.Arguments(command).Select(a => a.Replace("$PROD", production, StringComparison.Ordinal))]);

            Assert.True(result.ExitCode == 0, $"{command}\n{result}");
            NoSecret(result);
        }

        var grant = File.ReadLines(page).Single(line => line.TrimStart().StartsWith("GRANT ", StringComparison.Ordinal)).Trim().TrimEnd(';');
        await server.ScalarAsync(string.Empty, $"CREATE USER 'reader'@'%' IDENTIFIED BY '{Reader}'");
        var asReader = new MySqlConnectionStringBuilder(production) { UserID = "reader", Password = Reader }.ConnectionString;

        await server.ScalarAsync(string.Empty, "GRANT SELECT ON `shop`.* TO 'reader'@'%'");
        var mayOnlySelect = await sandbox.RunAsync("diff", "sqlite:shop.db", $"mysql:{asReader}", "--format", "json");
        Assert.Equal(2, mayOnlySelect.ExitCode);
        Assert.Equal(["MB906", "MB906", "MB906"], Rules(mayOnlySelect));

        await server.ScalarAsync(string.Empty, grant);
        var maySee = await sandbox.RunAsync("diff", "sqlite:shop.db", $"mysql:{asReader}", "--format", "json");
        Assert.True(maySee.ExitCode == 0, maySee.ToString());

        await server.ScalarAsync(string.Empty, "DELETE FROM shop.__EFMigrationsHistory ORDER BY MigrationId DESC LIMIT 1");
        await server.ScalarAsync(string.Empty, "ALTER TABLE shop.Notes ADD COLUMN Hotfix int NULL");
        await server.ScalarAsync(string.Empty, "CREATE TRIGGER shop.TR_Hotfix BEFORE INSERT ON shop.Notes FOR EACH ROW SET NEW.Hotfix = 1");
        var drifted = await sandbox.RunAsync("diff", "migrations:mysql", $"mysql:{asReader}", "--no-build", "--format", "json");
        Assert.Equal(1, drifted.ExitCode);
        Assert.Equal(["MB120", "MB213", "MB261"], Rules(drifted).Order(StringComparer.Ordinal));
        Assert.All(new[] { mayOnlySelect, maySee, drifted }, NoSecret);
    }

    private static IEnumerable<string> Rules(ToolResult result) =>
        result.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()!);

    private static void NoSecret(ToolResult result)
    {
        Assert.DoesNotContain(Failures.Secret, result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Reader, result.ToString(), StringComparison.Ordinal);
    }
}
