using System.Text.Json;

namespace MigrateBoth.Tool.Tests.Commands.Init;

/// <summary>Solutions with more than one model: whose migrations are whose, and which model a configuration is about.</summary>
public sealed class SeveralContextsTests
{
    [Fact]
    public async Task Two_models_with_the_same_context_name_are_distinguished_by_namespace()
    {
        using var folder = TwoModels();

        var ambiguous = await folder.RunAsync("--yes", "--format", "json");
        var members = await folder.RunAsync("--dry-run", "--context", "MembersContext", "--format", "json");
        var bookings = await folder.RunAsync("--dry-run", "--context", "Club.Bookings.SqliteContext", "--format", "json");
        var shared = await folder.RunAsync("--dry-run", "--context", "SqliteContext", "--format", "json");

        Assert.Equal(78, ambiguous.ExitCode);
        var error = ambiguous.Json.GetProperty("error");
        Assert.Contains("Club.Bookings.BookingsContext (Club.Bookings.SqliteContext with Club.Bookings.MySqlContext)", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("init --context Club.", error.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.Equal(("Club.Members.SqliteContext", "20250101000000_Members"), Side(members.Json));
        Assert.Equal(("Club.Bookings.SqliteContext", "20250202000000_Bookings"), Side(bookings.Json));
        Assert.Contains("Several contexts are called 'SqliteContext'", shared.Json.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2\ny\n", "Club.Members.SqliteContext")]
    [InlineData("1\n\n", "Club.Bookings.SqliteContext")]
    [InlineData("3\ny\n", null)]
    [InlineData("", null)]
    public async Task On_a_terminal_it_asks_which_model_is_meant(string answers, string? context)
    {
        using var folder = TwoModels();

        var run = await folder.AnswerAsync(answers, out var error);

        Assert.Contains("Which one is it about? [1-2] ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(context is null ? 78 : 0, run.ExitCode);
        Assert.Equal(context is not null, folder.Files().Contains("migrateboth.json"));
        if (context is not null)
        {
            Assert.Equal(context, JsonDocument.Parse(folder.Read("migrateboth.json")).RootElement.GetProperty("sqlite").GetProperty("context").GetString());
        }
    }

    [Fact]
    public async Task A_second_model_gets_a_configuration_beside_the_first_one_s()
    {
        using var folder = TwoModels();

        var first = await folder.RunAsync("--yes", "--context", "MembersContext");
        var same = await folder.RunAsync("--yes", "--context", "BookingsContext", "--format", "json");
        var second = await folder.RunAsync("--yes", "--context", "BookingsContext", "--config", "migrateboth.BookingsContext.json");

        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal((78, "config-of-another-context"), (same.ExitCode, same.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.Contains("--config migrateboth.BookingsContext.json", same.Json.GetProperty("error").GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.True(second.ExitCode == 0, second.Error);
        Assert.Contains("Club.Members.SqliteContext", folder.Read("migrateboth.json"), StringComparison.Ordinal);
        Assert.Contains("Club.Bookings.SqliteContext", folder.Read("migrateboth.BookingsContext.json"), StringComparison.Ordinal);
        Assert.Contains("verify --config migrateboth.BookingsContext.json", second.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_in_another_folder_has_paths_that_start_there()
    {
        using var folder = TwoModels().With("ci/keep", string.Empty);

        var run = await folder.RunAsync("--yes", "--context", "MembersContext", "--config", "ci/members.json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("..", JsonDocument.Parse(folder.Read("ci/members.json")).RootElement.GetProperty("project").GetString());
    }

    [Fact]
    public async Task Migrations_of_one_provider_alone_may_have_moved_to_a_project_of_their_own()
    {
        using var folder = new SolutionFolder()
            .Project("Data/Data.csproj")
            .With("Data/DataContext.cs", "namespace Data;\npublic class DataContext : DbContext { }")
            .Migration("Data/Migrations/1.Designer.cs", "20250101000000_A", "DataContext", "Sqlite:Autoincrement")
            .Project("Data.MySql/Data.MySql.csproj", """<ItemGroup><ProjectReference Include="../Data/Data.csproj" /></ItemGroup>""")
            .Migration("Data.MySql/Migrations/1.Designer.cs", "20250102000000_A", "DataContext", "MySql:ValueGenerationStrategy")
            .Project("App/App.csproj", """<ItemGroup><ProjectReference Include="../Data.MySql/Data.MySql.csproj" /></ItemGroup>""", "Microsoft.NET.Sdk.Web");

        var run = await folder.RunAsync("--yes");

        Assert.True(run.ExitCode == 0, run.Error);
        var json = JsonDocument.Parse(folder.Read("migrateboth.json")).RootElement;
        Assert.Equal("projects", json.GetProperty("layout").GetString());
        Assert.Equal(("Data", "Migrations"), (json.GetProperty("sqlite").GetProperty("project").GetString(), json.GetProperty("sqlite").GetProperty("migrations").GetString()));
        Assert.Equal("Data.MySql", json.GetProperty("mysql").GetProperty("project").GetString());
        Assert.Equal("App", json.GetProperty("startupProject").GetString());
    }

    [Fact]
    public async Task A_context_for_the_second_engine_may_derive_from_the_first_one_s()
    {
        using var folder = new SolutionFolder().Project("Shop.csproj")
            .With("Contexts.cs", "namespace Shop;\npublic class ShopContext : DbContext { }\npublic class SqliteShopContext : ShopContext { }")
            .Migration("Migrations/1.Designer.cs", "20250101000000_A", "ShopContext", "MySql:ValueGenerationStrategy")
            .Migration("SqliteMigrations/1.Designer.cs", "20250102000000_A", "SqliteShopContext", "Sqlite:Autoincrement");

        var run = await folder.RunAsync("--yes");

        Assert.True(run.ExitCode == 0, run.Error);
        var json = JsonDocument.Parse(folder.Read("migrateboth.json")).RootElement;
        Assert.Equal(("Shop.SqliteShopContext", "SqliteMigrations"), (json.GetProperty("sqlite").GetProperty("context").GetString(), json.GetProperty("sqlite").GetProperty("migrations").GetString()));
        Assert.Equal(("Shop.ShopContext", "Migrations"), (json.GetProperty("mysql").GetProperty("context").GetString(), json.GetProperty("mysql").GetProperty("migrations").GetString()));
    }

    private static (string? Context, string? Migration) Side(JsonElement json)
    {
        var side = json.GetProperty("found").GetProperty("sqlite");
        return (side.GetProperty("context").GetString(), side.GetProperty("migrations").EnumerateArray().Single().GetString());
    }

    private static SolutionFolder TwoModels()
    {
        var folder = new SolutionFolder().Project("Club.csproj");
        foreach (var (name, number) in new[] { ("Members", 1), ("Bookings", 2) })
        {
            folder.With($"{name}/Context.cs", $$"""
                namespace Club.{{name}};
                public abstract class {{name}}Context : DbContext { }
                public class SqliteContext : {{name}}Context { }
                public class MySqlContext : {{name}}Context { }
                """);
            foreach (var engine in new[] { "Sqlite", "MySql" })
            {
                folder.With($"{name}/Migrations/{engine}/1.Designer.cs", $$"""
                    using Club.{{name}};
                    namespace Stored.{{engine}} { [DbContext(typeof({{engine}}Context))] [Migration("20250{{number}}0{{number}}000000_{{name}}")] partial class {{name}} { } }
                    """);
            }
        }

        return folder;
    }
}
