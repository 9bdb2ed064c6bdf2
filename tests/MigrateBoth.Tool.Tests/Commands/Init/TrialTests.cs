using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.Init;

/// <summary>What <c>init</c> concludes is tried before it is written.</summary>
public sealed class TrialTests
{
    [Fact]
    public async Task What_works_is_written_with_how_it_was_made()
    {
        using var project = Project();

        var run = await project.RunAsync("init", "--yes", "--format", "json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(run.Json.GetProperty("tried").GetBoolean());
        Assert.Contains("history sqlite", project.Host.Requests);
        Assert.Contains("history mysql", project.Host.Requests);
        Assert.DoesNotContain("$comment", project.Read("migrateboth.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_work_is_not_written_and_says_what_was_tried()
    {
        using var project = Project();
        project.Host.HistoryFailure = engine => engine == Engine.MySql ? new MigrateBothException(ExitCode.Configuration, "context-not-found", "No way was found.", "Do this.") : null;
        var before = project.Files();

        var run = await project.RunAsync("init", "--yes", "--format", "json");

        var error = run.Json.GetProperty("error");
        Assert.Equal((78, "nothing-works"), (run.ExitCode, error.GetProperty("code").GetString()));
        Assert.Contains("without a switch: MySQL: No way was found.", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("Do this.", error.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, project.Files());
    }

    [Fact]
    public async Task Without_a_build_it_is_written_untried_and_says_so()
    {
        using var project = Project();

        var run = await project.RunAsync("init", "--yes", "--no-build", "--format", "json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.False(run.Json.GetProperty("tried").GetBoolean());
        Assert.Empty(project.Host.Requests);
        Assert.Contains("\"$comment\": \"Not tried:", project.Read("migrateboth.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_up_that_does_not_work_gives_way_to_the_next()
    {
        using var project = Project();
        File.WriteAllText(Path.Combine(project.Directory, "Factory.cs"), "class Factory : IDesignTimeDbContextFactory<SqliteShopContext> { }");
        Directory.CreateDirectory(Path.Combine(project.Directory, "Web"));
        File.WriteAllText(Path.Combine(project.Directory, "Web", "Web.csproj"), """<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><ProjectReference Include="../Shop.csproj" /></ItemGroup></Project>""");
        project.StartFailure = configuration => configuration.StartupProject is null ? new MigrateBothException(ExitCode.Configuration, "ef-design-missing", "Shop lacks Design.") : null;

        var run = await project.RunAsync("init", "--yes");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("\"startupProject\": \"Web\"", project.Read("migrateboth.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_the_application_insists_on_gets_a_placeholder()
    {
        using var project = Project();
        File.WriteAllText(Path.Combine(project.Directory, "Program.cs"), """
            var db = Environment.GetEnvironmentVariable("SHOP_CONNECTION") ?? throw new InvalidOperationException("SHOP_CONNECTION is not set");
            var key = configuration["Jwt:Key"] ?? throw new InvalidOperationException("Jwt:Key is missing");
            var other = configuration["Mail:Host"];
            """);
        project.Host.HistoryFailure = engine => Lacks("SHOP_CONNECTION", "SHOP_CONNECTION is not set") ?? Lacks("Jwt__Key", "Jwt:Key is missing");

        var run = await project.RunAsync("init", "--yes");

        Assert.True(run.ExitCode == 0, run.Error);
        var mySql = JsonDocument.Parse(project.Read("migrateboth.json")).RootElement.GetProperty("mysql").GetProperty("environment");
        Assert.Equal("Server=localhost;Database=app", mySql.GetProperty("SHOP_CONNECTION").GetString());
        Assert.StartsWith("placeholder", mySql.GetProperty("Jwt__Key").GetString(), StringComparison.Ordinal);
        Assert.False(mySql.TryGetProperty("Mail__Host", out _));

        MigrateBothException? Lacks(string variable, string message) =>
            project.Started!.MySql.Environment.ContainsKey(variable) ? null : new MigrateBothException(ExitCode.Incomplete, "context-failed", message);
    }

    [Fact]
    public async Task A_setting_that_no_message_names_gets_none()
    {
        using var project = Project();
        File.WriteAllText(Path.Combine(project.Directory, "Program.cs"), """var db = Environment.GetEnvironmentVariable("SHOP_CONNECTION"); var key = configuration["Key"];""");
        project.Host.HistoryFailure = _ => new MigrateBothException(ExitCode.Incomplete, "context-failed", "The primary key of SHOP_CONNECTIONS is gone.");

        var run = await project.RunAsync("init", "--yes", "--format", "json");

        Assert.Equal((78, "nothing-works"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.DoesNotContain("SHOP_CONNECTION=", run.Json.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_start_up_works_the_likeliest_says_why()
    {
        using var project = Project();
        project.StartFailure = _ => new MigrateBothException(ExitCode.Configuration, "ef-design-missing", "Shop lacks Design.");

        var run = await project.RunAsync("init", "--yes", "--format", "json");

        Assert.Equal((78, "ef-design-missing"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.False(File.Exists(Path.Combine(project.Directory, "migrateboth.json")));
    }

    private static FakeProject Project()
    {
        var project = new FakeProject("20250101000000_Init");
        File.WriteAllText(
            Path.Combine(project.Directory, "Shop.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="9.0.23" /><PackageReference Include="Pomelo.EntityFrameworkCore.MySql" Version="9.0.0" /></ItemGroup></Project>""");
        File.WriteAllText(Path.Combine(project.Directory, "Contexts.cs"), "namespace Shop; public class SqliteShopContext : DbContext { }  public class MySqlShopContext : DbContext { }");
        return project;
    }
}
