using System.Text.Json;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Adoption;

/// <summary>
/// Applications that have no migrations yet, or keep them in ways of their own, each taken from untouched to verified by <c>init --yes</c> and the
/// commands that it names alone. What <c>init</c> concludes is tried before it is written.
/// </summary>
[Collection(WithInstalledTool.Name)]
public sealed class ShapesTests(InstalledTool tool, MySqlContainer server)
{
    [Theory]
    [Trait("Category", "Long")]
    [InlineData("Bakery", "contexts", "sqlite.context=Bakery.SqliteBakeryContext", "mysql.context=Bakery.BakeryContext")]
    [InlineData("Ledger", "contexts", "project=Ledger.Data", "sqlite.project=Ledger.Data.Sqlite", "mysql.project=Ledger.Data.MySql", "startupProject=Ledger.Web")]
    [InlineData("Depot", "contexts", "sqlite.context=Depot.LiteDepot", "mysql.context=Depot.ServerDepot")]
    [InlineData("Choir", "contexts", "sqlite.context=Choir.SqliteContext", "mysql.context=Choir.MySqlContext")]
    [InlineData("Ferry", "contexts", "sqlite.context=Ferry.Db+Sqlite", "mysql.context=Ferry.Db+MySql")]
    [InlineData("Harbor", "projects", "sqlite.startupProject=Harbor.Migrations.Sqlite", "mysql.startupProject=Harbor.Migrations.MySql")]
    [InlineData("Museum", "contexts", "sqlite.context=Museum.SqliteMuseumContext", "mysql.context=Museum.MySqlMuseumContext")]
    [InlineData("Pantry", "projects", "context=Pantry.Model.PantryContext", "project=Pantry.Model", "sqlite.project=Pantry.Sqlite")]
    [InlineData("Quay", "projects", "startupProject=Quay.Api", "mysql.environment.Quay__Provider=MySql", "sqlite.environment.ConnectionStrings__quay=Data Source=app.db")]
    [InlineData("Radio", "projects", "sqlite.environment.Storage__Kind=embedded", "mysql.environment.Storage__Kind=server")]
    [InlineData("Sundial", "projects", "sqlite.environment.Store=lite", "mysql.environment.Store=classic")]
    [InlineData("Theatre", "projects", "mysql.arguments=--Database:Type MySql")]
    [InlineData("Umbrella", "contexts", "mysql.context=Umbrella.MySqlUmbrellaContext")]
    public Task Is_taken_up(string sample, string layout, params string[] settings) => TakeUpAsync(sample, layout, settings);

    [Fact]
    [Trait("Category", "Long")]
    public async Task Orchard_has_a_context_from_a_package_that_only_its_container_creates()
    {
        using var sandbox = Sample("Orchard");
        var packed = await sandbox.RunAsync("dotnet", ["pack", "package/Orchard.Store", "--nologo", "-v", "quiet"], CancellationToken.None);
        Assert.True(packed.ExitCode == 0, packed.ToString());
        var feeds = sandbox.PathOf("nuget.config");
        await File.WriteAllTextAsync(feeds, (await File.ReadAllTextAsync(feeds)).Replace("</packageSources>", "<add key=\"orchard\" value=\"feed\" /></packageSources>", StringComparison.Ordinal));

        await TakeUpAsync(sandbox, "projects", ["context=Orchard.Store.StoreContext", "project=Orchard.Web", "sqlite.project=Orchard.Sqlite", "mysql.project=Orchard.MySql"]);

        Assert.Contains("orchard_trees", await File.ReadAllTextAsync(Directory.GetFiles(sandbox.PathOf("Orchard.MySql", "Migrations"), "*_Init.cs").Single()), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Vault_makes_its_ids_and_its_history_table_itself()
    {
        using var sandbox = Sample("Vault");

        await TakeUpAsync(sandbox, "contexts", []);

        Assert.StartsWith("R2611_20", Path.GetFileName(Directory.GetFiles(sandbox.PathOf("Migrations", "MySql"), "*_Init.cs").Single()), StringComparison.Ordinal);
        var applied = await sandbox.RunAsync("apply", "--sqlite", $"Data Source={sandbox.PathOf("vault-test.db")}");
        Assert.True(applied.ExitCode == 0, applied.ToString());
        var diff = await sandbox.RunAsync("diff", "migrations:sqlite", $"sqlite:Data Source={sandbox.PathOf("vault-test.db")}");
        Assert.True(diff.ExitCode == 0, diff.ToString());
        Assert.DoesNotContain("MB905", diff.Output, StringComparison.Ordinal);
    }

    private async Task TakeUpAsync(string sample, string layout, string[] settings)
    {
        using var sandbox = Sample(sample);
        await TakeUpAsync(sandbox, layout, settings);
    }

    private static async Task TakeUpAsync(Sandbox sandbox, string layout, string[] settings)
    {
        var init = await sandbox.RunAsync("init", "--yes");
        Assert.True(init.ExitCode == 0, init.ToString());
        Assert.Contains("both contexts were made", init.Output, StringComparison.Ordinal);
        var configuration = await File.ReadAllTextAsync(sandbox.PathOf("migrateboth.json"));
        Assert.Equal([$"layout={layout}", .. settings], [$"layout={Configured(configuration, "layout")}", .. settings.Select(setting => $"{setting.Split('=')[0]}={Configured(configuration, setting.Split('=')[0])}")]);

        if (init.Output.Contains("dotnet migrate-both add Init", StringComparison.Ordinal))
        {
            var added = await sandbox.RunAsync("add", "Init");
            Assert.True(added.ExitCode == 0, added.ToString());
        }

        var verified = await sandbox.RunAsync("verify", "--skip", "behaviour", "--format", "json");
        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.DoesNotContain("MB111", verified.Output, StringComparison.Ordinal);
    }

    private static string? Configured(string json, string path)
    {
        var element = JsonDocument.Parse(json).RootElement;
        return !path.Split('.', 3).All(name => element.TryGetProperty(name, out element)) ? null
            : element.ValueKind == JsonValueKind.Array ? string.Join(' ', element.EnumerateArray().Select(item => item.GetString()))
            : element.GetString();
    }

    private Sandbox Sample(string name)
    {
        var sandbox = Sandbox.OfSample(tool, Path.Combine("adoption", name));
        sandbox.Environment["MIGRATEBOTH_MYSQL"] = server.ConnectionString;
        return sandbox;
    }
}
