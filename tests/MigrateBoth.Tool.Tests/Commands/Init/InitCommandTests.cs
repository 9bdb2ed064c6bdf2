using System.Text.Json;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Tool.Tests.Commands.Init;

public sealed class InitCommandTests
{
    [Fact]
    public async Task A_fresh_project_gets_a_configuration_that_loads_and_a_manifest()
    {
        using var folder = new SolutionFolder().Shop();

        var run = await folder.RunAsync("--yes");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            {
              "$schema": "https://raw.githubusercontent.com/migrateboth/migrateboth/main/src/MigrateBoth.Tool/migrateboth.schema.json",
              "$comment": "Not tried: init --no-build was given. 'dotnet migrate-both status' tries it.",
              "project": ".",
              "context": "Shop.ShopContext",
              "layout": "folders",
              "sqlite": {
                "migrations": "Migrations/Sqlite"
              },
              "mysql": {
                "migrations": "Migrations/MySql"
              }
            }

            """,
            folder.Read("migrateboth.json"));
        var tool = JsonDocument.Parse(folder.Read(".config/dotnet-tools.json")).RootElement.GetProperty("tools").GetProperty("dotnet-migrate-both");
        Assert.Equal("dotnet-migrate-both", tool.GetProperty("commands")[0].GetString());
        Assert.Contains("package MigrateBoth.EntityFrameworkCore", run.Out, StringComparison.Ordinal);
        var loaded = ConfigurationLoader.Load(new ConfigurationSources { WorkingDirectory = folder.Directory, Environment = new Dictionary<string, string>() });
        Assert.Equal((MigrationsLayout.Folders, "Shop.ShopContext"), (loaded.Layout, loaded.Context));
    }

    [Fact]
    public async Task The_one_line_of_code_names_folders_that_are_not_called_after_their_provider()
    {
        using var folder = new SolutionFolder().Shop().Migration("Migrations/20260101000000_Init.Designer.cs", "20260101000000_Init", "ShopContext", "Sqlite:Autoincrement");

        var run = await folder.RunAsync("--adopt", "--yes");

        Assert.Contains(".UseMigrateBoth(o => o.MigrationNamespaces(sqlite: \"Migrations\", mySql: \"Migrations.MySql\"))", run.Out, StringComparison.Ordinal);
        Assert.Contains("using MigrateBoth.EntityFrameworkCore;", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_cannot_be_installed_is_left_to_the_user_with_the_reason()
    {
        using var folder = new SolutionFolder { RestoreFailure = "the feed is not there" }.Shop();
        using var restored = new SolutionFolder().Shop();

        Assert.Contains("dotnet tool restore    installs the tool that the manifest names; it was tried: the feed is not there", (await folder.RunAsync("--yes")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("tool restore", (await restored.RunAsync("--yes")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("tool restore", (await folder.RunAsync("--yes")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_there_is_overwritten()
    {
        const string Manifest = """{ "version": 1, "isRoot": true, "tools": { "dotnet-ef": { "version": "9.0.0", "commands": [ "dotnet-ef" ] } } }""";
        using var folder = new SolutionFolder().Shop().With("migrateboth.json", "{ /* mine */ }").With(".config/dotnet-tools.json", Manifest);

        await folder.RunAsync("--yes");
        var merged = folder.Read(".config/dotnet-tools.json");
        var again = await folder.RunAsync("--yes", "--format", "json");

        Assert.Equal("{ /* mine */ }", folder.Read("migrateboth.json"));
        Assert.Equal(["dotnet-ef", "dotnet-migrate-both"], JsonDocument.Parse(merged).RootElement.GetProperty("tools").EnumerateObject().Select(tool => tool.Name));
        Assert.Equal(merged, folder.Read(".config/dotnet-tools.json"));
        Assert.Equal(0, again.Json.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public async Task A_manifest_that_is_none_stops_everything()
    {
        using var folder = new SolutionFolder().Shop().With(".config/dotnet-tools.json", "{ nonsense");

        var run = await folder.RunAsync("--yes");

        Assert.Equal(78, run.ExitCode);
        Assert.Contains("dotnet-tools.json", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Directory, "migrateboth.json")));
    }

    [Theory]
    [InlineData("n\n", false)]
    [InlineData("y\n", true)]
    [InlineData("\n", true)]
    [InlineData("", false)]
    public async Task A_person_is_asked_after_seeing_what_would_be_written(string answer, bool written)
    {
        using var folder = new SolutionFolder().Shop();

        await folder.AnswerAsync(answer, out var error);

        Assert.Contains("Shop.ShopContext", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Write them? [Y/n] ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(written, File.Exists(Path.Combine(folder.Directory, "migrateboth.json")));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_says_the_same()
    {
        using var folder = new SolutionFolder().Shop();
        var before = folder.Files();

        var run = await folder.RunAsync("--dry-run", "--format", "json");

        Assert.Equal(before, folder.Files());
        Assert.False(run.Json.GetProperty("written").GetBoolean());
        Assert.Equal(2, run.Json.GetProperty("files").GetArrayLength());
        Assert.Equal("Pomelo.EntityFrameworkCore.MySql 9.0.0", run.Json.GetProperty("found").GetProperty("mysqlProvider").GetString());
    }

    [Theory]
    [InlineData("Shop.slnx", """<Solution><Folder Name="/src/"><Project Path="src/My Shop/Shop.csproj" /></Folder></Solution>""")]
    [InlineData("Shop.sln", "Microsoft Visual Studio Solution File, Format Version 12.00\nProject(\"{9A19103F-16F7-4668-BE54-9A1E7A4F7556}\") = \"Shop\", \"src\\My Shop\\Shop.csproj\", \"{00000000-0000-0000-0000-000000000001}\"\nEndProject\n")]
    public async Task A_solution_says_which_projects_count(string name, string text)
    {
        using var folder = new SolutionFolder().Shop(Path.Combine("src", "My Shop")).With(name, text)
            .Project("old/Old.csproj").With("old/OldContext.cs", "class OldContext : DbContext { }");

        var run = await folder.RunAsync("--yes");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("\"project\": \"src/My Shop\"", folder.Read("migrateboth.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Central_versions_and_properties_are_understood()
    {
        using var folder = new SolutionFolder()
            .With("Directory.Packages.props", """<Project><PropertyGroup><Ef>9.0.23</Ef></PropertyGroup><ItemGroup><PackageVersion Include="Microsoft.EntityFrameworkCore.Sqlite" Version="$(Ef)" /></ItemGroup></Project>""")
            .Project("src/Shop.csproj", """<PropertyGroup><TargetFrameworks>net8.0;net9.0</TargetFrameworks></PropertyGroup><ItemGroup><PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" /></ItemGroup>""")
            .With("src/ShopContext.cs", "namespace Shop { public class ShopContext : DbContext { } }");

        var run = await folder.RunAsync("--dry-run");

        Assert.Contains("Microsoft.EntityFrameworkCore.Sqlite 9.0.23", run.Out, StringComparison.Ordinal);
        Assert.Contains("--framework: Shop targets net8.0, net9.0", run.Out, StringComparison.Ordinal);
        Assert.Contains("package MigrateBoth.EntityFrameworkCore    tells the migrations of both providers apart", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_migration_projects_and_a_start_up_of_its_own_are_the_layout_projects()
    {
        using var folder = new SolutionFolder()
            .Project("Notes/Notes.csproj")
            .With("Notes/NotesContext.cs", "namespace Notes;\npublic sealed class NotesContext(DbContextOptions<NotesContext> options) : DbContext(options);")
            .Project("Lite/Lite.csproj", """<ItemGroup><ProjectReference Include="..\Notes\Notes.csproj" /></ItemGroup>""")
            .Migration("Lite/History/1.Designer.cs", "20250101000000_A", "NotesContext", "Sqlite:Autoincrement")
            .Project("Server/Server.csproj", """<ItemGroup><ProjectReference Include="..\Notes\Notes.csproj" /></ItemGroup>""")
            .Migration("Server/Migrations/1.Designer.cs", "20250102000000_A", "Notes.NotesContext", "MySql:ValueGenerationStrategy")
            .Project("App/App.csproj", """<ItemGroup><ProjectReference Include="../Lite/Lite.csproj" /><ProjectReference Include="../Server/Server.csproj" /></ItemGroup>""", "Microsoft.NET.Sdk.Web")
            .Project("Tests/Tests.csproj", """<ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.0" /><ProjectReference Include="../App/App.csproj" /></ItemGroup>""");

        var run = await folder.RunAsync("--yes");

        Assert.True(run.ExitCode == 0, run.Error);
        var json = JsonDocument.Parse(folder.Read("migrateboth.json")).RootElement;
        Assert.Equal("Notes", json.GetProperty("project").GetString());
        Assert.Equal("App", json.GetProperty("startupProject").GetString());
        Assert.Equal("projects", json.GetProperty("layout").GetString());
        Assert.Equal(("Lite", "History"), (json.GetProperty("sqlite").GetProperty("project").GetString(), json.GetProperty("sqlite").GetProperty("migrations").GetString()));
        Assert.Equal("Server", json.GetProperty("mysql").GetProperty("project").GetString());
        Assert.False(json.TryGetProperty("tests", out _));
    }

    [Fact]
    public async Task Contexts_of_one_name_in_two_namespaces_are_a_pair()
    {
        using var folder = new SolutionFolder().Project("Notes.csproj")
            .With("Base.cs", "namespace Notes; public abstract class NotesBase : DbContext { }")
            .With("A.cs", "namespace Notes.Sqlite { public class NotesContext : NotesBase { } }")
            .With("B.cs", "namespace Notes.MySql { /* class Nothing : DbContext { } */ public class NotesContext : NotesBase { } }");

        var run = await folder.RunAsync("--yes");

        Assert.True(run.ExitCode == 0, run.Error);
        var json = JsonDocument.Parse(folder.Read("migrateboth.json")).RootElement;
        Assert.Equal("contexts", json.GetProperty("layout").GetString());
        Assert.Equal("Notes.Sqlite.NotesContext", json.GetProperty("sqlite").GetProperty("context").GetString());
        Assert.Contains("no MySQL provider was found", run.Out, StringComparison.Ordinal);
        Assert.Equal("Notes.MySql.NotesContext", json.GetProperty("mysql").GetProperty("context").GetString());
    }

    [Fact]
    public async Task Several_contexts_are_named_and_one_can_be_chosen()
    {
        using var folder = new SolutionFolder().Shop().With("LogContext.cs", "namespace Shop.Logs;\npublic class LogContext : IdentityDbContext<User> { }");

        var ambiguous = await folder.RunAsync("--yes", "--format", "json");
        var chosen = await folder.RunAsync("--yes", "--context", "LogContext");

        Assert.Equal((78, "context-ambiguous"), (ambiguous.ExitCode, ambiguous.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.Contains("Shop.Logs.LogContext, Shop.ShopContext", ambiguous.Json.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.True(chosen.ExitCode == 0, chosen.Error);
        Assert.Contains("\"context\": \"Shop.Logs.LogContext\"", folder.Read("migrateboth.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_project_or_a_context_it_says_so()
    {
        using var empty = new SolutionFolder();
        using var bare = new SolutionFolder().Project("Bare.csproj");

        Assert.Equal("project-not-found", (await empty.RunAsync("--format", "json")).Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("context-not-found", (await bare.RunAsync("--format", "json")).Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Adopting_records_from_where_the_histories_match()
    {
        using var folder = Apart();

        var plain = await folder.RunAsync("--dry-run");
        var run = await folder.RunAsync("--adopt", "--yes");

        Assert.Contains("The two histories differ", plain.Out, StringComparison.Ordinal);
        Assert.True(run.ExitCode == 0, run.Error);
        var loaded = ConfigurationLoader.Load(new ConfigurationSources { WorkingDirectory = folder.Directory, Environment = new Dictionary<string, string>() });
        Assert.Equal(new HistoryBaseline("20250201000000_More", "20250301000000_Squashed"), loaded.Baseline);
    }

    [Fact]
    public async Task Adopting_adds_the_baseline_to_a_configuration_that_is_there_and_touches_nothing_else_in_it()
    {
        const string Mine = "\uFEFF{\n  // ours\n  \"context\": \"ShopContext\",\n  \"mysql\": { \"version\": \"8.4\" }, // since May\n}\n";
        using var folder = Apart().With("migrateboth.json", Mine).With("LogContext.cs", "namespace Shop;\npublic class LogContext : DbContext { }");

        var run = await folder.RunAsync("--adopt", "--yes");
        var after = File.ReadAllBytes(Path.Combine(folder.Directory, "migrateboth.json"));
        var again = await folder.RunAsync("--adopt", "--yes", "--format", "json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(
            "\uFEFF{\n  // ours\n  \"context\": \"ShopContext\",\n  \"mysql\": { \"version\": \"8.4\" }, // since May\n"
            + "  \"baseline\": { \"sqlite\": \"20250201000000_More\", \"mysql\": \"20250301000000_Squashed\" },\n}\n",
            System.Text.Encoding.UTF8.GetString(after));
        Assert.Contains("migrateboth.json (an entry added)", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, again.Json.GetProperty("files").GetArrayLength());
        Assert.Equal(after, File.ReadAllBytes(Path.Combine(folder.Directory, "migrateboth.json")));
    }

    [Fact]
    public async Task A_baseline_that_is_there_stays_and_is_named_when_the_histories_say_otherwise()
    {
        const string Mine = """{ "context": "ShopContext", "baseline": { "sqlite": "20250101000000_Init" } }""";
        using var folder = Apart().With("migrateboth.json", Mine);

        var run = await folder.RunAsync("--adopt", "--yes");

        Assert.Equal((0, Mine), (run.ExitCode, folder.Read("migrateboth.json")));
        Assert.Contains("stays as it is, though the histories match after 20250201000000_More on SQLite and 20250301000000_Squashed on MySQL", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_that_is_none_is_not_adopted()
    {
        using var folder = Apart().With("migrateboth.json", """{ "contxt": "ShopContext" }""");

        var run = await folder.RunAsync("--adopt", "--yes");

        Assert.Equal(78, run.ExitCode);
        Assert.Contains("Did you mean 'context'?", run.Error, StringComparison.Ordinal);
        Assert.Equal("""{ "contxt": "ShopContext" }""", folder.Read("migrateboth.json"));
    }

    [Fact]
    public async Task Histories_that_match_are_adopted_without_a_baseline()
    {
        using var folder = new SolutionFolder().Shop()
            .Migration("Migrations/Sqlite/1.cs", "20250101000000_Init", "ShopContext", "Sqlite:Autoincrement")
            .Migration("Migrations/MySql/1.cs", "20250101000000_Init", "ShopContext", "MySql:ValueGenerationStrategy");

        await folder.RunAsync("--adopt", "--yes");

        Assert.DoesNotContain("baseline", folder.Read("migrateboth.json"), StringComparison.Ordinal);
    }

    private static SolutionFolder Apart() => new SolutionFolder().Shop()
        .Migration("Migrations/Sqlite/1.cs", "20250101000000_Init", "ShopContext", "Sqlite:Autoincrement")
        .Migration("Migrations/Sqlite/2.cs", "20250201000000_More", "ShopContext", "Sqlite:Autoincrement")
        .Migration("Migrations/Sqlite/3.cs", "20250401000000_Pair", "ShopContext", "Sqlite:Autoincrement")
        .Migration("Migrations/MySql/1.cs", "20250301000000_Squashed", "ShopContext", "MySql:ValueGenerationStrategy")
        .Migration("Migrations/MySql/2.cs", "20250401000000_Pair", "ShopContext", "MySql:ValueGenerationStrategy");
}
