using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Providers;

/// <summary>One application with each MySQL provider, from packed packages: a new pair, verified, a defect found, applied, its suite run.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class ProviderTests(InstalledTool tool, MySqlContainer server) : IClassFixture<MySqlContainer>
{
    [MySqlFact]
    public Task Oracle_s_provider_on_EF_Core_10() => RunAsync("10.0.15", "MySql.EntityFrameworkCore", "10.0.12");

    [MySqlFact]
    [Trait("Category", "Long")]
    public Task Pomelo_s_provider_on_EF_Core_9() => RunAsync("9.0.23", "Pomelo.EntityFrameworkCore.MySql", "9.0.0");

    [MySqlFact]
    [Trait("Category", "Long")]
    public Task Pomelo_s_provider_on_EF_Core_8() => RunAsync("8.0.34", "Pomelo.EntityFrameworkCore.MySql", "8.0.3");

    /// <summary>Oracle's own idempotent script fails at its first statement; ours is run twice by the client and builds what the migrations build.</summary>
    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task An_idempotent_script_of_Oracle_s_provider_can_be_run_twice()
    {
        using var sandbox = Market("10.0.15", "MySql.EntityFrameworkCore", "10.0.12");
        Succeeded(await sandbox.RunAsync("add", "Initial"));
        Succeeded(await sandbox.RunAsync("script", "--idempotent", "--output", "sql"));
        await server.ScalarAsync(string.Empty, "CREATE DATABASE scripted");

        for (var run = 0; run < 2; run++)
        {
            await server.PipeAsync("scripted", await File.ReadAllTextAsync(sandbox.PathOf("sql", "mysql.sql")));
        }

        Succeeded(await sandbox.RunAsync("diff", "mysql:" + server.Database("scripted"), "migrations:mysql", "--mysql", server.Database(string.Empty)));
    }

    /// <summary>The lock is another migrator's: without it the migrations are applied all the same, and the risk is named.</summary>
    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task Apply_goes_without_the_lock_when_told_to()
    {
        using var sandbox = Market("9.0.23", "Pomelo.EntityFrameworkCore.MySql", "9.0.0");
        Succeeded(await sandbox.RunAsync("add", "Initial"));
        await server.ScalarAsync(string.Empty, "CREATE DATABASE locked");
        await using var holder = new MySqlConnector.MySqlConnection(server.Database(string.Empty));
        await holder.OpenAsync();
        await using var take = new MySqlConnector.MySqlCommand("SELECT GET_LOCK('__locked_EFMigrationsLock', 0)", holder);
        await take.ExecuteScalarAsync();

        var refused = await sandbox.RunAsync("apply", "--mysql", server.Database("locked"), "--lock-timeout", "1s");
        var applied = await sandbox.RunAsync("apply", "--mysql", server.Database("locked"), "--no-lock");

        Assert.Equal(2, refused.ExitCode);
        Succeeded(applied);
        Assert.Contains("nothing keeps a second migrator away", applied.Error, StringComparison.Ordinal);
        Assert.Equal(1L, await server.ScalarAsync("locked", "SELECT COUNT(*) FROM __EFMigrationsHistory"));
    }

    private async Task RunAsync(string efCore, string provider, string version)
    {
        using var sandbox = Market(efCore, provider, version);
        var database = server.Database($"market_ef{efCore.Split('.')[0]}");
        await server.ScalarAsync(string.Empty, $"CREATE DATABASE market_ef{efCore.Split('.')[0]}");

        Succeeded(await sandbox.RunAsync("add", "Initial"));
        var sound = await sandbox.RunAsync("verify", "--skip", "tests", "--mysql", server.Database(string.Empty), "--format", "json");
        Succeeded(sound);
        Assert.Equal($"{provider} {version}", sound.Json.GetProperty("model").GetProperty("mysqlProvider").GetString());
        Assert.Equal(0, sound.Json.GetProperty("summary").GetProperty("error").GetInt32());

        await PlantAsync(sandbox, "varchar(80)", "varchar(70)");
        var defect = await sandbox.RunAsync("verify", "--only", "drift", "--mysql", server.Database(string.Empty), "--format", "json");
        Assert.True(defect.ExitCode == 1, defect.ToString());
        var finding = Assert.Single(defect.Json.GetProperty("findings").EnumerateArray(), one => one.GetProperty("severity").GetString() == "error");
        Assert.Equal(("MB201", "Categories.Name"), (finding.GetProperty("rule").GetString(), finding.GetProperty("object").GetString()));
        await PlantAsync(sandbox, "varchar(70)", "varchar(80)");

        Succeeded(await sandbox.RunAsync("apply", "--mysql", database, "--sqlite", sandbox.PathOf("market.db")));
        var again = await sandbox.RunAsync("list", "--mysql", database, "--sqlite", sandbox.PathOf("market.db"));
        Assert.Contains("0 pending on MySQL", again.Output, StringComparison.Ordinal);

        Succeeded(await sandbox.RunAsync("test", "--mysql", server.Database(string.Empty)));
    }

    private Sandbox Market(string efCore, string provider, string version)
    {
        var sandbox = Sandbox.OfSample(tool, "providers");
        sandbox.Environment["MarketEfCore"] = efCore;
        sandbox.Environment["MarketProvider"] = provider;
        sandbox.Environment["MarketProviderVersion"] = version;
        return sandbox;
    }

    private static async Task PlantAsync(Sandbox sandbox, string from, string to)
    {
        var migration = Directory.EnumerateFiles(sandbox.PathOf("Market", "Migrations", "MySql"), "*_Initial.cs").Single();
        var text = await File.ReadAllTextAsync(migration);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(migration, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static void Succeeded(ToolResult result) => Assert.True(result.ExitCode == 0, result.ToString());
}
