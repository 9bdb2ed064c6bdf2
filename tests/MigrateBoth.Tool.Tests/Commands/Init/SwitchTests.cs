using System.Text.Json;

namespace MigrateBoth.Tool.Tests.Commands.Init;

/// <summary>The ways in which applications choose their provider, as they are written.</summary>
public sealed class SwitchTests
{
    private const string Context = "namespace Shop;\npublic class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options) { }\n";

    [Theory]
    [InlineData(
        "a switch statement over a setting of the host",
        """
        var builder = WebApplication.CreateBuilder(args);
        var type = builder.Configuration["Database:Type"];
        builder.Services.AddDbContext<ShopContext>(options => {
            switch (type?.ToLowerInvariant()) {
                case "sqlite": options.UseSqlite("Data Source=shop.db"); break;
                case "mysql": case "mariadb": options.UseMySql(connection, version); break;
                default: throw new InvalidOperationException($"unknown: {type}"); } });
        """,
        """{ "Database__Type": "sqlite" }""",
        """{ "Database__Type": "mysql" }""")]
    [InlineData(
        "a switch expression over an enumeration",
        """
        var builder = Host.CreateApplicationBuilder(args);
        var provider = builder.Configuration.GetSection("Data").GetValue<DbProvider>("Provider");
        builder.Services.AddDbContext<ShopContext>(o => _ = provider switch { DbProvider.SqLite => o.UseSqlite("x"), DbProvider.MySQL => o.UseMySql("y", v), _ => throw new Exception() });
        """,
        """{ "Data__Provider": "SqLite" }""",
        """{ "Data__Provider": "MySQL" }""")]
    [InlineData(
        "a comparison with one engine alone",
        """
        var builder = WebApplication.CreateBuilder(args);
        if (string.Equals(builder.Configuration.GetValue<string>("DbKind", "sqlite"), "mysql", StringComparison.OrdinalIgnoreCase)) { services.AddDbContext<ShopContext>(o => o.UseMySql(c, v)); }
        else { services.AddDbContext<ShopContext>(o => o.UseSqlite(c)); }
        """,
        """{ "DbKind": "sqlite" }""",
        """{ "DbKind": "mysql" }""")]
    [InlineData(
        "an environment variable",
        """
        var kind = Environment.GetEnvironmentVariable("SHOP_DB") ?? "Sqlite"; // "not" this
        services.AddDbContext<ShopContext>(o => { if (kind == "MySql") o.UseMySql(c, v); else o.UseSqlite(c); });
        """,
        """{ "SHOP_DB": "Sqlite" }""",
        """{ "SHOP_DB": "MySql" }""")]
    [InlineData(
        "a dictionary of what each word does",
        """
        var builder = WebApplication.CreateBuilder(args);
        var providers = new Dictionary<string, Action<DbContextOptionsBuilder>> { ["embedded"] = o => o.UseSqlite(c), ["server"] = o => o.UseMySql(c, v) };
        var kind = builder.Configuration.GetSection("Storage")["Kind"] ?? "embedded";
        builder.Services.AddDbContext<ShopContext>(providers[kind]);
        """,
        """{ "Storage__Kind": "embedded" }""",
        """{ "Storage__Kind": "server" }""")]
    [InlineData(
        "objects that say how they are called",
        """
        var builder = WebApplication.CreateBuilder(args);
        var store = builder.Configuration.GetValue("Store", Store.Sqlite.Name);
        if (store == Store.Sqlite.Name) o.UseSqlite(c);
        if (store == Store.MySql.Name) o.UseMySql(c, v);
        record Store(string Name) { public static readonly Store Sqlite = new("lite"); public static readonly Store MySql = new(nameof(MySql)); }
        """,
        """{ "Store": "lite" }""",
        """{ "Store": "MySql" }""")]
    [InlineData(
        "options that a section is bound to",
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<DbSettings>(builder.Configuration.GetSection("Db"));
        builder.Services.AddDbContext<ShopContext>((services, o) => {
            var settings = services.GetRequiredService<IOptions<DbSettings>>().Value;
            if (settings.Kind == "mysql") o.UseMySql(c, v); else o.UseSqlite(c); });
        """,
        """{ "Db__Kind": "sqlite" }""",
        """{ "Db__Kind": "mysql" }""")]
    [InlineData(
        "a boolean setting",
        """
        var builder = WebApplication.CreateBuilder(args);
        if (builder.Configuration.GetValue<bool>("Features:UseMySql")) o.UseMySql(c, v); else o.UseSqlite(c);
        """,
        """{ "Features__UseMySql": "false" }""",
        """{ "Features__UseMySql": "true" }""")]
    [InlineData(
        "words that only the code explains",
        """
        switch (Environment.GetEnvironmentVariable("STORE")) { case "file": o.UseSqlite(c); break; case "server": o.UseMySql(c, v); break; }
        """,
        """{ "STORE": "file" }""",
        """{ "STORE": "server" }""")]
    [InlineData(
        "an object that a section is bound to",
        """
        var builder = WebApplication.CreateBuilder(args);
        var settings = builder.Configuration.GetSection("Database").Get<DatabaseSettings>()!;
        _ = settings.Engine switch { "Sqlite" => o.UseSqlite(c), "MySql" => o.UseMySql(c, v), _ => throw new Exception() };
        """,
        """{ "Database__Engine": "Sqlite" }""",
        """{ "Database__Engine": "MySql" }""")]
    public async Task A_switch_of_the_environment_is_found(string shape, string program, string sqlite, string mySql)
    {
        using var folder = Folder(program);

        await AssertFoundAsync(folder, shape, sqlite, mySql);
    }

    [Theory]
    [InlineData("""var db = args[Array.IndexOf(args, "--db") + 1]; if (db == "sqlite") o.UseSqlite(c); else o.UseMySql(c, v);""", "--db sqlite", "--db mysql")]
    [InlineData("""var db = args.FirstOrDefault(a => a.StartsWith("--db="))?["--db=".Length..]; _ = db switch { "lite" => o.UseSqlite(c), "my" => o.UseMySql(c, v), _ => throw new Exception() };""", "--db=lite", "--db=my")]
    [InlineData("""if (args.Contains("--mysql")) o.UseMySql(c, v); else o.UseSqlite(c);""", "", "--mysql")]
    [InlineData("""var mine = args.Any(a => a.Equals("--mysql", StringComparison.OrdinalIgnoreCase)); if (mine) o.UseMySql(c, v); else o.UseSqlite(c);""", "", "--mysql")]
    [InlineData("""var config = new ConfigurationBuilder().AddCommandLine(args).Build(); if (config["db"] == "mysql") o.UseMySql(c, v); else o.UseSqlite(c);""", "--db sqlite", "--db mysql")]
    [InlineData("""var config = Host.CreateApplicationBuilder(args).Configuration; if (config["provider"] == "mysql") o.UseMySql(c, v); else o.UseSqlite(c);""", "--provider sqlite", "--provider mysql")]
    public async Task A_switch_of_the_arguments_is_found(string factory, string sqlite, string mySql)
    {
        using var folder = Folder("Console.WriteLine();").With("Factory.cs", Factory(factory));

        var run = await folder.RunAsync("--yes", "--format", "json");

        Assert.True(run.ExitCode == 0, run.Error);
        var json = JsonDocument.Parse(folder.Read("migrateboth.json")).RootElement;
        string Arguments(string engine) => json.GetProperty(engine).TryGetProperty("arguments", out var list) ? string.Join(' ', list.EnumerateArray().Select(text => text.GetString())) : "";
        Assert.Equal((sqlite, mySql), (Arguments("sqlite"), Arguments("mysql")));
        Assert.Contains("Factory.cs:4", run.Json.GetProperty("found").GetProperty("switch").GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_in_a_method_is_followed_to_what_its_callers_pass()
    {
        using var folder = Folder("""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddShop(builder.Configuration["Shop:Engine"]!);
            """)
            .With("Services.cs", """
            public static class ShopServices {
                private const string Lite = "sqlite3";
                public static IServiceCollection AddShop(this IServiceCollection services, string engine) =>
                    services.AddDbContext<ShopContext>(o => { if (engine == Lite) o.UseSqlite("x"); else o.UseMySql("y", v); });
            }
            """);

        var run = await folder.RunAsync("--yes");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("\"Shop__Engine\": \"sqlite3\"", folder.Read("migrateboth.json"), StringComparison.Ordinal);
        Assert.Contains("Program.cs:2 reads the setting Shop:Engine, and Services.cs:6 tells sqlite3 from mysql", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_is_bound_on_the_way_is_followed_too()
    {
        using var folder = Folder("""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddShop(builder.Configuration.GetSection("Storage").Get<StorageSettings>()!);
            internal static class Registration {
                public static void AddShop(this IServiceCollection services, StorageSettings storage) => services.AddDbContext<ShopContext>(o => {
                    switch (storage.Kind) { case "embedded": o.UseSqlite("x"); break; case "server": o.UseMySql("y", v); break; } });
            }
            """);

        await folder.RunAsync("--yes");

        Assert.Contains("\"Storage__Kind\": \"embedded\"", folder.Read("migrateboth.json"), StringComparison.Ordinal);
        Assert.Contains("\"Storage__Kind\": \"server\"", folder.Read("migrateboth.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_lead_everywhere_lead_to_an_end_in_time()
    {
        using var folder = Folder("""if (name == "mysql") o.UseMySql(c, v); else o.UseSqlite(c);""");
        for (var i = 0; i < 60; i++)
        {
            // Every method calls every other with every name, under comments as long as people write them.
            var methods = Enumerable.Range(0, 20).Select(m =>
                $"/// {new string('x', 400)}\n    void M{m}(string name, string value, string type) {{ name = value; value = type ?? name; M{(m + 1) % 20}(value, type, name); if (type == \"sqlite\") o.UseSqlite(name); }}");
            folder.With($"Part{i}.cs", $"class Part{i} {{\n    {string.Join("\n    ", methods)}\n}}");
        }

        // Following every path would take longer than anyone waits; a busy machine only takes longer than usual.
        var run = await folder.RunAsync("--dry-run", "--format", "json").WaitAsync(TimeSpan.FromMinutes(5));

        Assert.Equal((0, JsonValueKind.Null), (run.ExitCode, run.Json.GetProperty("found").GetProperty("switch").ValueKind));
    }

    [Fact]
    public async Task The_factory_comes_before_the_application()
    {
        using var folder = Folder("""if (Environment.GetEnvironmentVariable("AT_RUN_TIME") == "mysql") o.UseMySql(c, v); else o.UseSqlite(c);""")
            .With("Factory.cs", Factory("""if (Environment.GetEnvironmentVariable("AT_DESIGN_TIME") == "mysql") o.UseMySql(c, v); else o.UseSqlite(c);"""));

        await folder.RunAsync("--yes");

        Assert.Contains("AT_DESIGN_TIME", folder.Read("migrateboth.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("AT_RUN_TIME", folder.Read("migrateboth.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""if (args[0] == "mysql") o.UseMySql(c, v); else o.UseSqlite(c);""", "Factory.cs:4 chooses the provider by the position of an argument")]
    [InlineData("""var config = new ConfigurationBuilder().AddJsonFile("appsettings.json").Build(); if (config["Db"] == "mysql") o.UseMySql(c, v); else o.UseSqlite(c);""", "the setting Db, which is read from files alone: add .AddEnvironmentVariables()")]
    [InlineData("""if (Environment.GetEnvironmentVariable("A") == "mysql") o.UseMySql(c, v); if (Environment.GetEnvironmentVariable("B") == "sqlite") o.UseSqlite(c);""", "the environment variable A (Factory.cs:4) and at the environment variable B (Factory.cs:4)")]
    public async Task A_switch_that_cannot_be_set_for_certain_is_named_and_not_guessed(string factory, string obstacle)
    {
        using var folder = Folder("Console.WriteLine();").With("Factory.cs", Factory(factory));

        var run = await folder.RunAsync("--yes");

        Assert.Contains(obstacle, run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("environment\"", folder.Read("migrateboth.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("arguments\"", folder.Read("migrateboth.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""if (context.Database.ProviderName == "Pomelo.EntityFrameworkCore.MySql") o.UseMySql(c, v); else o.UseSqlite(c);""")]
    [InlineData("""/* if (Environment.GetEnvironmentVariable("DB") == "mysql") */ o.UseSqlite(c);""")]
    [InlineData("""o.UseMySql(Configuration.GetConnectionString("MySql"), v);""")]
    [InlineData("""if (!o.IsConfigured) o.UseMySql(c, v);""")]
    [InlineData("""if (builder.Environment.IsDevelopment()) o.UseMySql(c, v); else o.UseMySql(c, w);""")]
    [InlineData("""if (string.IsNullOrEmpty(builder.Configuration.GetConnectionString("MySql"))) throw new Exception(); o.UseMySql(c, v);""")]
    [InlineData("""if (args.Length == 0) o.UseSqlite(c); else o.UseMySql(c, v);""")]
    public async Task What_is_no_switch_is_not_taken_for_one(string program)
    {
        using var folder = Folder(program);

        var run = await folder.RunAsync("--dry-run", "--format", "json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("found").GetProperty("switch").ValueKind);
    }

    internal static SolutionFolder Folder(string program) => new SolutionFolder().Shop().With("ShopContext.cs", Context).With("Program.cs", program);

    private static string Factory(string body) =>
        $$"""
        internal sealed class ShopContextFactory : IDesignTimeDbContextFactory<ShopContext> {
            public ShopContext CreateDbContext(string[] args) {
                var o = new DbContextOptionsBuilder<ShopContext>();
                {{body}}
                return new ShopContext(o.Options); } }
        """;

    /// <summary>Init finds a switch in Program.cs, and writes these variables for the engines.</summary>
    internal static async Task AssertFoundAsync(SolutionFolder folder, string shape, string sqlite, string mySql)
    {
        var run = await folder.RunAsync("--yes");

        Assert.True(run.ExitCode == 0, shape + run.Error);
        var json = JsonDocument.Parse(folder.Read("migrateboth.json")).RootElement;
        Assert.Equal(Compact(sqlite), Compact(json.GetProperty("sqlite").TryGetProperty("environment", out var left) ? left.GetRawText() : shape));
        Assert.Equal(Compact(mySql), Compact(json.GetProperty("mysql").TryGetProperty("environment", out var right) ? right.GetRawText() : shape));
        Assert.Contains("Program.cs:", run.Out, StringComparison.Ordinal);
    }

    private static string Compact(string json) => string.Concat(json.Where(letter => !char.IsWhiteSpace(letter)));
}
