using MigrateBoth.Tool.Commands.Init.Code;
using MigrateBoth.Tool.Sources;

namespace MigrateBoth.Tool.Tests.Commands.Init;

/// <summary>What <c>init</c> changes in Program.cs and project files, and what it leaves alone.</summary>
public sealed class InitCodeTests
{
    private const string Using = "using MigrateBoth.EntityFrameworkCore;\n";

    [Theory]
    [InlineData(
        """builder.Services.AddDbContext<ShopContext>(o => o.UseSqlite("Data Source=shop.db"));""",
        """builder.Services.AddDbContext<ShopContext>(o => o.UseMigrateBoth(builder.Configuration, both => both.DefaultSqlite("Data Source=shop.db")));""")]
    [InlineData(
        """builder.Services.AddDbContextPool<Shop.ShopContext>((options) => { options.UseSqlite(builder.Configuration.GetConnectionString("Shop"), sqlite => sqlite.CommandTimeout(5)).EnableDetailedErrors(); });""",
        """builder.Services.AddDbContextPool<Shop.ShopContext>((options) => { options.UseMigrateBoth(builder.Configuration, both => both.DefaultSqlite(builder.Configuration.GetConnectionString("Shop")).Sqlite(sqlite => sqlite.CommandTimeout(5))).EnableDetailedErrors(); });""")]
    [InlineData(
        """class Startup(IConfiguration settings) { void Configure(IServiceCollection services) => services.AddLogging().AddDbContext<ShopContext>((provider, o) => o.UseSqlite("x")); }""",
        """class Startup(IConfiguration settings) { void Configure(IServiceCollection services) => services.AddLogging().AddDbContext<ShopContext>((provider, o) => o.UseMigrateBoth(settings, both => both.DefaultSqlite("x"))); }""")]
    [InlineData(
        """builder.Services.AddDbContext<ShopContext>(o => { if (type == "mysql") o.UseMySql(url, version); else o.UseSqlite(url); });""",
        """builder.Services.AddDbContext<ShopContext>(o => { if (type == "mysql") o.UseMySql(url, version).UseMigrateBoth(); else o.UseSqlite(url).UseMigrateBoth(); });""")]
    public void A_registration_that_is_understood_is_rewritten(string before, string after) =>
        Assert.Equal(Using + "\n" + after, Assert.Single(Rewrite(before)).After);

    [Theory]
    [InlineData("""builder.Services.AddDbContext<ShopContext>(o => { if (isTest) o.UseSqlite("x"); });""")]
    [InlineData("""builder.Services.AddDbContext<ShopContext>(o => Configure(o));""")]
    [InlineData("""builder.Services.AddDbContext<ShopContext>(Configure);""")]
    [InlineData("""builder.Services.AddDbContext<ShopContext>(o => o.UseSqlite(new SqliteConnection("x")));""")]
    [InlineData("""builder.Services.AddDbContext<ShopContext>(o => { o.UseSqlite("x"); other.UseNpgsql("y"); });""")]
    [InlineData("""builder.Services.AddDbContext<ShopContext>(o => { if (a) o.UseNpgsql("y"); else o.UseSqlite("x"); });""")]
    [InlineData("""builder.Services.AddDbContext<ShopContext>(o => { if (a) o.UseMySql(url, v, b => b.MigrationsAssembly("Shop.MySql")); else o.UseSqlite("x"); });""")]
    [InlineData("""services.AddDbContext<ShopContext>(o => o.UseSqlite("x"));""")]
    [InlineData("""builder.Services.AddDbContext<OtherContext>(o => o.UseSqlite("x"));""")]
    [InlineData("""builder.Services.AddDbContext<ShopContext>(o => o.UseSqlite("x")); builder.Services.AddDbContextFactory<ShopContext>(Configure);""")]
    public void Anything_else_is_left_alone(string code) => Assert.Empty(Rewrite(code));

    [Fact]
    public void Folders_line_ends_and_usings_stay_what_they_are()
    {
        const string Program = "// header\r\nusing System;\r\nusing MigrateBoth.EntityFrameworkCore;\r\n\r\nbuilder.Services.AddDbContext<ShopContext>(o => o.UseSqlite(\"x\"));\r\n";

        var change = Assert.Single(Rewrite(Program, "MigrationNamespaces(sqlite: \"Migrations\", mySql: \"Migrations.MySql\")"));

        Assert.Equal(
            Program.Replace("o.UseSqlite(\"x\")", "o.UseMigrateBoth(builder.Configuration, both => both.DefaultSqlite(\"x\").MigrationNamespaces(sqlite: \"Migrations\", mySql: \"Migrations.MySql\"))", StringComparison.Ordinal),
            change.After);
        Assert.Equal(["-builder.Services", "+builder.Services"], TextDiff.Of(change.Before, change.After).Where(line => line[0] != ' ').Select(line => line[..17]));
    }

    [Fact]
    public async Task Init_shows_the_changes_and_writes_them()
    {
        using var folder = new SolutionFolder().Shop().With("Program.cs", "builder.Services.AddDbContext<ShopContext>(o => o.UseSqlite(\"x\"));\n");
        var (project, program) = (folder.Read("Shop.csproj"), folder.Read("Program.cs"));

        var dry = await folder.RunAsync("--dry-run");

        Assert.Equal((project, program), (folder.Read("Shop.csproj"), folder.Read("Program.cs")));
        Assert.Contains("+using MigrateBoth.EntityFrameworkCore;", dry.Out, StringComparison.Ordinal);
        Assert.Contains("+  <PackageReference Include=\"MigrateBoth.EntityFrameworkCore\" Version=\"", dry.Out, StringComparison.Ordinal);

        var run = await folder.RunAsync("--yes", "--format", "json");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Contains("both.DefaultSqlite(\"x\")", folder.Read("Program.cs"), StringComparison.Ordinal);
        Assert.Contains("Microsoft.EntityFrameworkCore.Design\" Version=\"9.0.23\" PrivateAssets=\"all\"", folder.Read("Shop.csproj"), StringComparison.Ordinal);
        Assert.Equal(["Program.cs", "Shop.csproj"], run.Json.GetProperty("changed").EnumerateArray().Select(file => Path.GetFileName(file.GetString())!));
        Assert.DoesNotContain("UseMigrateBoth", run.Json.GetProperty("next").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Central_versions_stay_central()
    {
        using var folder = new SolutionFolder()
            .With("Directory.Packages.props", "<Project>\n  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>\n  <ItemGroup>\n    <PackageVersion Include=\"Microsoft.EntityFrameworkCore.Sqlite\" Version=\"9.0.23\" />\n  </ItemGroup>\n</Project>\n")
            .Project("Shop.csproj", "\n  <ItemGroup>\n    <PackageReference Include=\"Microsoft.EntityFrameworkCore.Sqlite\" />\n  </ItemGroup>\n", "Microsoft.NET.Sdk.Web")
            .With("ShopContext.cs", "namespace Shop;\npublic sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options) { }\n");

        folder.With("Program.cs", "builder.Services.AddDbContext<ShopContext>(o => o.UseSqlite(\"x\"));\n");
        await folder.RunAsync("--yes");

        Assert.Contains("    <PackageReference Include=\"Pomelo.EntityFrameworkCore.MySql\" />", folder.Read("Shop.csproj"), StringComparison.Ordinal);
        Assert.Contains("    <PackageVersion Include=\"Pomelo.EntityFrameworkCore.MySql\" Version=\"9.0.0\" />", folder.Read("Directory.Packages.props"), StringComparison.Ordinal);
    }

    private static IReadOnlyList<CodeChange> Rewrite(string code, string? namespaces = null) => RegistrationRewriter.Rewrite([CSharpFile.Parse("Program.cs", code)], "ShopContext", namespaces);
}
