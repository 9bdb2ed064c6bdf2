using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Providers;

/// <summary>One application with each MySQL provider, from packed packages: a new pair, verified, a defect found, applied, its suite run.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class ProviderTests(InstalledTool tool, MySqlContainer server)
{
    [MySqlFact]
    public Task Oracle_s_provider_on_EF_Core_10() => RunAsync("10.0.15", "MySql.EntityFrameworkCore", "10.0.12");

    [MySqlFact]
    [Trait("Category", "Long")]
    public Task Pomelo_s_provider_on_EF_Core_9() => RunAsync("9.0.23", "Pomelo.EntityFrameworkCore.MySql", "9.0.0");

    [MySqlFact]
    [Trait("Category", "Long")]
    public Task Pomelo_s_provider_on_EF_Core_8() => RunAsync("8.0.34", "Pomelo.EntityFrameworkCore.MySql", "8.0.3");

    /// <summary>Oracle's package holds a build for each EF Core, chosen by the application's framework; the older frameworks roll forward here.</summary>
    [Theory]
    [InlineData("8.0.34", "net8.0")]
    [InlineData("9.0.23", "net9.0")]
    [Trait("Category", "Long")]
    public Task Oracle_s_provider_on_an_older_EF_Core(string efCore, string framework) => RunAsync(efCore, "MySql.EntityFrameworkCore", "10.0.12", framework);

    [Fact]
    [Trait("Category", "Long")]
    public async Task Oracle_s_provider_is_refused_on_MariaDB_for_its_own_reason()
    {
        using var sandbox = Market("10.0.15", "MySql.EntityFrameworkCore", "10.0.12");
        sandbox.Environment["MIGRATEBOTH_MYSQLD"] = Environment.GetEnvironmentVariable("MIGRATEBOTH_TEST_MARIADBD") ?? "/usr/sbin/mariadbd";
        sandbox.Environment["MIGRATEBOTH_MYSQL_IMAGE"] = null;
        Succeeded(await sandbox.RunAsync("add", "Initial"));

        var result = await sandbox.RunAsync("verify", "--only", "drift", "--mysql", "local", "--format", "json");

        Assert.True(result.ExitCode == 78, result.ToString());
        var error = result.Json.GetProperty("error");
        Assert.Equal("provider-not-for-mariadb", error.GetProperty("code").GetString());
        Assert.Contains("MySql.EntityFrameworkCore 10.0.12 cannot be used on MariaDB", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("GET_LOCK", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("a fork of Pomelo's provider that was made for EF Core 10", error.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

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

    /// <summary>What a provider writes and cannot read back is found by running it; the model looks sound.</summary>
    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task Behaviour_finds_what_Oracle_s_provider_cannot_read()
    {
        using var sandbox = Market("10.0.15", "MySql.EntityFrameworkCore", "10.0.12");
        var model = sandbox.PathOf("Market", "Model.cs");
        await File.WriteAllTextAsync(model, (await File.ReadAllTextAsync(model)).Replace("public short Stars { get; set; }", "public short Stars { get; set; }\n    public TimeOnly At { get; set; }", StringComparison.Ordinal));
        Succeeded(await sandbox.RunAsync("add", "Initial"));

        var result = await sandbox.RunAsync("verify", "--only", "behaviour", "--mysql", server.Database(string.Empty), "--format", "json");

        // No value of it can be read, so no query can be asked about one: that is not verified, and the result says both.
        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains(result.Json.GetProperty("findings").EnumerateArray(), finding =>
            (finding.GetProperty("rule").GetString(), finding.GetProperty("object").GetString()) == ("MB501", "Reviews.At")
            && finding.GetProperty("message").GetString()!.Contains("cannot read back", StringComparison.Ordinal));
        Assert.Equal(["Reviews.At"], result.Json.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("rule").GetString() == "MB951").Select(finding => finding.GetProperty("object").GetString()));
    }

    /// <summary>Oracle's provider ignores the collation of a property: the recipe is tried with the table's, as the run-time package sets it.</summary>
    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task The_recipe_for_text_helps_with_Oracle_s_provider()
    {
        using var sandbox = Market("10.0.15", "MySql.EntityFrameworkCore", "10.0.12");
        var program = sandbox.PathOf("Market", "Program.cs");
        var text = await File.ReadAllTextAsync(program);
        Assert.Contains(".UseStringSemantics()", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(program, text.Replace("options.UseStringSemantics()", "options", StringComparison.Ordinal));
        Succeeded(await sandbox.RunAsync("add", "Initial"));

        var result = await sandbox.RunAsync("verify", "--only", "behaviour", "--mysql", server.Database(string.Empty), "--format", "json");

        var equality = Assert.Single(result.Json.GetProperty("findings").EnumerateArray(), finding =>
            finding.GetProperty("cause").GetProperty("id").GetString() == "text-equality");
        Assert.StartsWith("Tried in this run on scratch tables: with it both give", equality.GetProperty("example").GetProperty("recipe").GetString(), StringComparison.Ordinal);
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
        Assert.Contains("a second migrator is not excluded", applied.Error, StringComparison.Ordinal);
        Assert.Equal(1L, await server.ScalarAsync("locked", "SELECT COUNT(*) FROM __EFMigrationsHistory"));
    }

    /// <summary>docs/changing-providers.md: a database with rows that Pomelo's migrations built, and the same application with Oracle's provider.</summary>
    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task A_database_of_Pomelo_s_is_brought_over_to_Oracle_s_provider()
    {
        using var sandbox = Market("9.0.23", "Pomelo.EntityFrameworkCore.MySql", "9.0.0");
        sandbox.Environment["MIGRATEBOTH_MYSQL"] = server.Database(string.Empty);
        var live = "mysql:" + server.Database("moved");
        await server.ScalarAsync(string.Empty, "CREATE DATABASE moved");
        Succeeded(await sandbox.RunAsync("add", "Initial"));
        Succeeded(await sandbox.RunAsync("apply", "--mysql", server.Database("moved")));
        var written = await RowsAsync("fill");
        Assert.Equal(9, written.Count);

        Directory.Delete(sandbox.PathOf("Market", "Migrations", "MySql"), recursive: true);
        sandbox.Environment["MarketEfCore"] = "10.0.15";
        sandbox.Environment["MarketProvider"] = "MySql.EntityFrameworkCore";
        sandbox.Environment["MarketProviderVersion"] = "10.0.12";
        Succeeded(await sandbox.RunAsync("init", "--adopt", "--yes"));
        var before = await sandbox.RunAsync("diff", live, "migrations:mysql", "--format", "json");
        Assert.True(before.ExitCode == 1, before.ToString());
        Assert.Equal(
            ["MB120", "MB121", "MB206 Products.VendorId", "MB206 Vendors.Id"],
            before.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString() switch
            {
                "MB120" or "MB121" => finding.GetProperty("rule").GetString()!,
                var rule => $"{rule} {finding.GetProperty("object").GetString()}",
            }).Order(StringComparer.Ordinal));

        var id = Path.GetFileName(Directory.EnumerateFiles(sandbox.PathOf("Market", "Migrations", "MySql"), "*.Designer.cs").Single())[..^".Designer.cs".Length];
        await server.ScalarAsync("moved", $"""
            ALTER TABLE Products DROP FOREIGN KEY FK_Products_Vendors_VendorId;
            ALTER TABLE Vendors MODIFY Id char(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL;
            ALTER TABLE Products MODIFY VendorId char(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL;
            ALTER TABLE Products ADD CONSTRAINT FK_Products_Vendors_VendorId FOREIGN KEY (VendorId) REFERENCES Vendors (Id) ON DELETE CASCADE;
            ALTER DATABASE COLLATE utf8mb4_0900_bin;
            DELETE FROM __EFMigrationsHistory;
            INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('{id}', '10.0.15');
            """);

        Succeeded(await sandbox.RunAsync("diff", live, "migrations:mysql"));
        Assert.Equal(written, await RowsAsync());

        async Task<IReadOnlyList<string>> RowsAsync(params string[] first)
        {
            sandbox.Environment["DATABASE_TYPE"] = "mysql";
            sandbox.Environment["DATABASE_URL"] = server.Database("moved");
            var run = await sandbox.RunAsync("dotnet", ["run", "--project", "Market", "--", .. first, "show"], CancellationToken.None);
            sandbox.Environment.Remove("DATABASE_TYPE");
            sandbox.Environment.Remove("DATABASE_URL");
            Succeeded(run);
            return [.. run.Output.Split('\n').Where(line => line.StartsWith("row ", StringComparison.Ordinal))];
        }
    }

    /// <summary>The EF Core tools of the application's own EF Core write the same files.</summary>
    [Theory]
    [InlineData("10.0.15", "MySql.EntityFrameworkCore", "10.0.12")]
    [InlineData("8.0.34", "Pomelo.EntityFrameworkCore.MySql", "8.0.3")]
    [Trait("Category", "Long")]
    public async Task Add_writes_what_dotnet_ef_of_the_same_EF_Core_writes(string efCore, string provider, string version)
    {
        using var ours = Market(efCore, provider, version);
        using var theirs = Market(efCore, provider, version);
        Succeeded(await theirs.RunAsync("dotnet", ["tool", "install", "dotnet-ef", "--version", efCore, "--tool-path", theirs.Beside], CancellationToken.None));
        Succeeded(await theirs.RunAsync("dotnet", ["restore", "Market"], CancellationToken.None));

        foreach (var step in new[] { "Initial", "Second" })
        {
            Succeeded(await ours.RunAsync("add", step));
            foreach (var (engine, folder) in new[] { ("sqlite", "Sqlite"), ("mysql", "MySql") })
            {
                theirs.Environment["DATABASE_TYPE"] = engine;
                Succeeded(await theirs.RunAsync(Path.Combine(theirs.Beside, "dotnet-ef"), ["migrations", "add", step, "--project", "Market", "--output-dir", $"Migrations/{folder}"], CancellationToken.None));
            }

            // The timestamps of the first pair always differ.
            Assert.Equal(OfStep(theirs), OfStep(ours));
            foreach (var sandbox in new[] { ours, theirs })
            {
                var model = sandbox.PathOf("Market", "Model.cs");
                await File.WriteAllTextAsync(model, (await File.ReadAllTextAsync(model)).Replace("public short Stars { get; set; }", "public int Stars { get; set; }\n    public Guid? Batch { get; set; }", StringComparison.Ordinal));
            }

            List<KeyValuePair<string, string>> OfStep(Sandbox sandbox)
            {
                List<KeyValuePair<string, string>> files = [.. Pairs.LayoutSandbox.Migrations(sandbox, step).Where(file => file.Key.Contains("/ID.", StringComparison.Ordinal) || file.Key.Contains("Snapshot", StringComparison.Ordinal))];
                Assert.Equal(6, files.Count);
                return files;
            }
        }
    }

    private async Task RunAsync(string efCore, string provider, string version, string framework = "net10.0")
    {
        using var sandbox = Market(efCore, provider, version);
        sandbox.Environment["MarketFramework"] = framework;
        sandbox.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        var name = $"market_{provider.Split('.')[0]}_{efCore.Split('.')[0]}";
        var database = server.Database(name);
        await server.ScalarAsync(string.Empty, $"CREATE DATABASE {name}");

        Succeeded(await sandbox.RunAsync("add", "Initial"));
        var sound = await sandbox.RunAsync("verify", "--only", "history,drift,parity", "--mysql", server.Database(string.Empty), "--format", "json");
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
