using static MigrateBoth.Tool.Tests.Commands.Init.SwitchTests;

namespace MigrateBoth.Tool.Tests.Commands.Init;

/// <summary>Switches whose condition names no engine: the branches behind it, or the object that it is read from, say what it stands for.</summary>
public sealed class UnnamedSwitchTests
{
    [Theory]
    [InlineData(
        "a boolean of an object that a section is bound to",
        """
        var builder = WebApplication.CreateBuilder(args);
        var settings = builder.Configuration.GetSection("Database").Get<DatabaseSettings>()!;
        builder.Services.AddDbContext<ShopContext>(o => { if (settings.Local) o.UseSqlite(c); else o.UseMySql(c, v); });
        """,
        """{ "Database__Local": "true" }""",
        """{ "Database__Local": "false" }""")]
    [InlineData(
        "a path in an object that the container holds",
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(builder.Configuration.GetSection("App").Get<AppSettings>()!);
        builder.Services.AddDbContext<ShopContext>((services, o) => {
            var settings = services.GetRequiredService<AppSettings>();
            switch (settings.Database.Kind) { case DatabaseKind.SQLite: o.UseSqlite(c); break; case DatabaseKind.MySQL: o.UseMySql(c, v); break; } });
        """,
        """{ "App__Database__Kind": "SQLite" }""",
        """{ "App__Database__Kind": "MySQL" }""")]
    [InlineData(
        "an object that a constructor is given",
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(builder.Configuration.GetSection("App").Get<AppSettings>()!);
        class Databases(AppSettings settings) { void Add() { if (settings.Kind == "mysql") o.UseMySql(c, v); else o.UseSqlite(c); } }
        """,
        """{ "App__Kind": "sqlite" }""",
        """{ "App__Kind": "mysql" }""")]
    [InlineData(
        "the scheme of a URL",
        """
        var url = Environment.GetEnvironmentVariable("APP_URL") ?? "sqlite://app.db";
        builder.Services.AddDbContext<ShopContext>(o => { if (url.StartsWith("mysql://")) o.UseMySql(Read(url), v); else o.UseSqlite(url); });
        """,
        """{ "APP_URL": "sqlite://app.db" }""",
        """{ "APP_URL": "mysql://app:app@localhost:3306/app" }""")]
    [InlineData(
        "a configuration by another name",
        """
        var builder = WebApplication.CreateBuilder(args);
        static void Add(IServiceCollection services, IConfiguration cfg) { if (cfg["Db"] == "mysql") o.UseMySql(c, v); else o.UseSqlite(c); }
        """,
        """{ "Db": "sqlite" }""",
        """{ "Db": "mysql" }""")]
    [InlineData(
        "numbers",
        """
        var builder = WebApplication.CreateBuilder(args);
        switch (builder.Configuration.GetValue<int>("DbType")) { case 0: o.UseSqlite(c); break; case 1: o.UseMySql(c, v); break; }
        """,
        """{ "DbType": "0" }""",
        """{ "DbType": "1" }""")]
    [InlineData(
        "words behind which methods of the application's own are",
        """
        var builder = WebApplication.CreateBuilder(args);
        if (builder.Configuration["Edition"] == "home") builder.Services.AddSqliteStore(); else builder.Services.AddMySqlStore();
        """,
        """{ "Edition": "home" }""",
        """{ "Edition": "mysql" }""")]
    [InlineData(
        "the hosting environment",
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<ShopContext>(o => { if (builder.Environment.IsDevelopment()) o.UseSqlite(c); else o.UseMySql(c, v); });
        """,
        """{ "ASPNETCORE_ENVIRONMENT": "Development", "DOTNET_ENVIRONMENT": "Development" }""",
        """{ "ASPNETCORE_ENVIRONMENT": "Production", "DOTNET_ENVIRONMENT": "Production" }""")]
    [InlineData(
        "the hosting environment by name, kept in a variable, with a return",
        """
        var builder = WebApplication.CreateBuilder(args);
        var isCloud = builder.Environment.IsEnvironment("Cloud");
        static void Add(DbContextOptionsBuilder o) { if (!isCloud) { o.UseSqlite(c); return; } o.UseMySql(c, v); }
        """,
        """{ "ASPNETCORE_ENVIRONMENT": "Development", "DOTNET_ENVIRONMENT": "Development" }""",
        """{ "ASPNETCORE_ENVIRONMENT": "Cloud", "DOTNET_ENVIRONMENT": "Cloud" }""")]
    [InlineData(
        "a hosting environment called after the engine",
        """
        var builder = WebApplication.CreateBuilder(args);
        _ = builder.Environment.EnvironmentName == "Sqlite" ? o.UseSqlite(c) : o.UseMySql(c, v);
        """,
        """{ "ASPNETCORE_ENVIRONMENT": "Sqlite", "DOTNET_ENVIRONMENT": "Sqlite" }""",
        """{ "ASPNETCORE_ENVIRONMENT": "MySql", "DOTNET_ENVIRONMENT": "MySql" }""")]
    [InlineData(
        "a connection string that is there or not",
        """
        var builder = WebApplication.CreateBuilder(args);
        var server = builder.Configuration.GetConnectionString("Server");
        builder.Services.AddDbContext<ShopContext>(o => { if (!string.IsNullOrEmpty(server)) o.UseMySql(server, v); else o.UseSqlite(c); });
        """,
        "a connection string that is there or not",
        """{ "ConnectionStrings__Server": "Server=localhost;Database=app" }""")]
    [InlineData(
        "a variable that is there or not",
        """
        builder.Services.AddDbContext<ShopContext>(o => _ = Environment.GetEnvironmentVariable("DB_HOST") is { } host ? o.UseMySql(host, v) : o.UseSqlite(c));
        """,
        "a variable that is there or not",
        """{ "DB_HOST": "localhost" }""")]
    [InlineData(
        "what a connection string looks like",
        """
        var builder = WebApplication.CreateBuilder(args);
        var main = builder.Configuration.GetConnectionString("Main");
        builder.Services.AddDbContext<ShopContext>(o => { if (main.EndsWith(".db")) o.UseSqlite(main); else o.UseMySql(main, v); });
        """,
        """{ "ConnectionStrings__Main": "Data Source=app.db" }""",
        """{ "ConnectionStrings__Main": "Server=localhost;Database=app" }""")]
    public async Task A_switch_is_known_by_what_its_branches_choose(string shape, string program, string sqlite, string mySql)
    {
        using var folder = Folder(program);

        await AssertFoundAsync(folder, shape, sqlite, mySql);
    }

    [Fact]
    public async Task A_condition_that_names_an_engine_comes_before_one_that_does_not()
    {
        using var folder = Folder("""
            var builder = WebApplication.CreateBuilder(args);
            if (builder.Environment.IsDevelopment()) o.UseSqlite(c); else o.UseMySql(c, v);
            if (builder.Configuration["Db"] == "mysql") o.UseMySql(c, v); else o.UseSqlite(c);
            """);

        await folder.RunAsync("--yes");

        Assert.Contains("\"Db\": \"mysql\"", folder.Read("migrateboth.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("ASPNETCORE_ENVIRONMENT", folder.Read("migrateboth.json"), StringComparison.Ordinal);
    }
}
