using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.Init;

/// <summary>Projects that have migrations for one engine alone.</summary>
public sealed class GeneratedSideTests
{
    private const string Existing = "20250101000000_Init";
    private const string Generated = "20261122170000_InitialMySql";

    [Fact]
    public async Task The_missing_sides_first_migration_is_written_with_a_baseline_behind_it()
    {
        using var project = Project();

        var run = await project.RunAsync("init", "--adopt", "--yes", "--format", "json");

        var generated = run.Json.GetProperty("generated");
        Assert.Equal(("mysql", Generated), (generated.GetProperty("engine").GetString(), generated.GetProperty("migration").GetProperty("id").GetString()));
        Assert.StartsWith("\uFEFFusing System;", System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(project.Directory, "Migrations", "MySql", Generated + ".cs"))), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(project.Directory, "Migrations", "Sqlite")));
        var loaded = ConfigurationLoader.Load(new ConfigurationSources { WorkingDirectory = project.Directory, Environment = new Dictionary<string, string>() });
        Assert.Equal(new HistoryBaseline(Existing, Generated), loaded.Baseline);
        Assert.DoesNotContain(project.Files(), file => file.EndsWith(".lock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Written_and_not_verified_is_no_success()
    {
        using var project = Project();

        var run = await project.RunAsync("init", "--adopt", "--yes", "--format", "json");

        Assert.Equal((2, "incomplete"), (run.ExitCode, run.Json.GetProperty("outcome").GetString()));
        var verification = run.Json.GetProperty("generated").GetProperty("verification");
        Assert.Equal(("incomplete", "mysql-unavailable"), (verification.GetProperty("outcome").GetString(), verification.GetProperty("error").GetProperty("code").GetString()));
        Assert.Contains("error: no server here", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_sources_hid_is_not_written_over()
    {
        using var project = Project();
        project.Host.Models = project.Models with { MySql = FakeDesignHost.Model(Engine.MySql, ["20250301000000_Hidden"]) };

        var run = await project.RunAsync("init", "--adopt", "--yes", "--no-build", "--format", "json");

        Assert.Equal((2, "sources-misread"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.True(run.Json.GetProperty("written").GetBoolean());
        Assert.DoesNotContain(project.Files(), file => file.Contains("InitialMySql", StringComparison.Ordinal));
        Assert.DoesNotContain("baseline", project.Read("migrateboth.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--adopt --dry-run --no-build", "dotnet migrate-both init --adopt    generates MySQL's first migration")]
    [InlineData("--yes --no-build", "dotnet migrate-both init --adopt    generates MySQL's first migration")]
    public async Task Without_being_told_to_nothing_is_generated(string arguments, string told)
    {
        using var project = Project();

        var run = await project.RunAsync(["init", .. arguments.Split(' ')]);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains(told, run.Out, StringComparison.Ordinal);
        Assert.Empty(project.Host.Requests);
        Assert.DoesNotContain(project.Files(), file => file.Contains("InitialMySql", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_histories_in_one_assembly_wait_for_what_tells_them_apart()
    {
        using var project = Project();
        File.Delete(Path.Combine(project.Directory, "Contexts.cs"));
        File.WriteAllText(Path.Combine(project.Directory, "Context.cs"), "namespace Shop; public class SqliteShopContext : DbContext { }");

        var run = await project.RunAsync("init", "--adopt", "--yes", "--no-build");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("package MigrateBoth.EntityFrameworkCore", run.Out, StringComparison.Ordinal);
        Assert.Contains("init --adopt    then generates MySQL's first migration from the model and verifies it", run.Out, StringComparison.Ordinal);
        Assert.Empty(project.Host.Requests);
    }

    private static FakeProject Project()
    {
        FakeProject project = null!;
        project = new FakeProject(Existing)
        {
            Replaced = services => services with
            {
                MySqlServer = (_, _, _, _) => throw new MigrateBothException(ExitCode.Incomplete, "mysql-unavailable", "no server here"),
                Sweepers = _ =>
                {
                    // The verification begins: the second build has what was written.
                    project.Host.Models = project.Models with { MySql = FakeDesignHost.Model(Engine.MySql, [Generated]) };
                    return [];
                },
            },
        };
        project.Host.Models = project.Models with { MySql = FakeDesignHost.Model(Engine.MySql, []) };
        project.Host.Runs[Engine.Sqlite] = () => new MigrationRun { Engine = Engine.Sqlite, Completed = [Existing] };
        File.WriteAllText(
            Path.Combine(project.Directory, "Shop.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="9.0.23" /><PackageReference Include="Pomelo.EntityFrameworkCore.MySql" Version="9.0.0" /></ItemGroup></Project>""");
        File.WriteAllText(Path.Combine(project.Directory, "Contexts.cs"), "namespace Shop; public class SqliteShopContext : DbContext { }  public class MySqlShopContext : DbContext { }");
        File.WriteAllText(Path.Combine(project.Directory, "Init.Designer.cs"), $"[DbContext(typeof(SqliteShopContext))]\n[Migration(\"{Existing}\")]\npartial class Init {{ void B() {{ b.HasAnnotation(\"Sqlite:Autoincrement\", true); }} }}");
        return project;
    }
}
