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
