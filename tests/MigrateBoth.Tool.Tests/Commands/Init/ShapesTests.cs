using System.Text.Json;

namespace MigrateBoth.Tool.Tests.Commands.Init;

/// <summary>How solutions divide contexts and migrations among classes and projects.</summary>
public sealed class ShapesTests
{
    [Fact]
    public async Task Derived_contexts_in_two_projects_each_keep_their_own_migrations()
    {
        using var folder = new SolutionFolder()
            .Project("Data/Data.csproj").With("Data/Base.cs", "namespace Shop; public abstract class ShopContext : DbContext { }")
            .Project("Lite/Lite.csproj", Refers("Data")).With("Lite/Context.cs", "namespace Shop.Lite; public class SqliteShopContext : ShopContext { }")
            .Migration("Lite/History/1.Designer.cs", "20250101000000_A", "SqliteShopContext", "Sqlite:Autoincrement")
            .Project("Server/Server.csproj", Refers("Data")).With("Server/Context.cs", "namespace Shop.Server; public class MySqlShopContext : ShopContext { }")
            .Migration("Server/Migrations/1.Designer.cs", "20250101000000_A", "MySqlShopContext", "MySql:ValueGenerationStrategy")
            .Project("App/App.csproj", Refers("Lite", "Server"), "Microsoft.NET.Sdk.Web");

        var json = await WrittenAsync(folder);

        Assert.Equal(("contexts", "Data", "App"), (json.GetProperty("layout").GetString(), json.GetProperty("project").GetString(), json.GetProperty("startupProject").GetString()));
        Assert.Equal(("Lite", "History", "Shop.Lite.SqliteShopContext"), Side(json, "sqlite"));
        Assert.Equal(("Server", "Migrations", "Shop.Server.MySqlShopContext"), Side(json, "mysql"));
    }

    [Theory]
    [InlineData("a base for MySQL", "public class ShopContext : DbContext { void A() => o.UseMySql(c, v); } public class Embedded : ShopContext { void A() => o.UseSqlite(c); }", "Shop.Embedded", "Shop.ShopContext")]
    [InlineData("a base for SQLite", "public class ShopContext : DbContext { void A() => o.UseSqlite(c); } public class MySqlShopContext : ShopContext { void A() => o.UseMySql(c, v); }", "Shop.ShopContext", "Shop.MySqlShopContext")]
    [InlineData("a generic base", "public abstract class Base<T> : DbContext where T : DbContext { } public class LiteDb : Base<LiteDb> { void A() => o.UseSqlite(c); } public class ServerDb : Base<ServerDb> { void A() => o.UseMySql(c, v); }", "Shop.LiteDb", "Shop.ServerDb")]
    [InlineData("nested partial classes", "public abstract partial class Db : DbContext { public partial class Sqlite : Db { } public partial class MySql : Db { } } public partial class Db { public partial class Sqlite { void A() => o.UseSqlite(c); } }", "Shop.Db+Sqlite", "Shop.Db+MySql")]
    [InlineData("a class and a generic one of its name", "public class Store<T> : DbContext { } public class SqliteStore : Store<SqliteStore> { } public class MySqlStore : Store<MySqlStore> { } public class Store { }", "Shop.SqliteStore", "Shop.MySqlStore")]
    public async Task A_pair_is_known_by_what_its_classes_derive_from_and_configure(string shape, string classes, string sqlite, string mySql)
    {
        using var folder = new SolutionFolder().Project("Shop.csproj").With("Contexts.cs", $"namespace Shop;\n{classes}");

        var json = await WrittenAsync(folder);

        Assert.Equal(("contexts", sqlite, mySql), (json.GetProperty("layout").GetString() + (shape.Length == 0 ? shape : string.Empty), Side(json, "sqlite").Context, Side(json, "mysql").Context));
        Assert.Equal(("Migrations/Sqlite", "Migrations/MySql"), (Side(json, "sqlite").Folder, Side(json, "mysql").Folder));
    }

    [Fact]
    public async Task Of_two_bases_of_one_name_the_one_that_the_file_sees_is_meant()
    {
        using var folder = new SolutionFolder().Project("Club.csproj")
            .With("Scores/Core.cs", "namespace Club.Scores; public abstract class CoreContext : DbContext { }")
            .With("Singers/Core.cs", "namespace Club.Singers; public abstract class CoreContext : DbContext { }")
            .With("Pair.cs", "namespace Club; public class SqliteContext : Scores.CoreContext { } public class MySqlContext : Scores.CoreContext { }")
            .With("Other.cs", "using Club.Singers; namespace Club { public class SqliteSingers : CoreContext { } }");

        var json = await WrittenAsync(folder);

        Assert.Equal(("Club.SqliteContext", "Club.MySqlContext"), (Side(json, "sqlite").Context, Side(json, "mysql").Context));
    }

    [Fact]
    public async Task Of_several_contexts_the_only_one_for_both_engines_is_taken_and_the_others_are_named()
    {
        using var folder = new SolutionFolder().Project("Museum.csproj").With("Contexts.cs", """
            namespace Museum;
            public abstract class MuseumContext : DbContext { }
            public class SqliteMuseum : MuseumContext { }
            public class MySqlMuseum : MuseumContext { }
            public class PostgresMuseum : MuseumContext { }
            public class VisitContext : DbContext { void A() => o.UseNpgsql(c); }
            public class NightContext : DbContext { }
            """);

        var run = await folder.RunAsync("--yes");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("\"context\": \"Museum.SqliteMuseum\"", folder.Read("migrateboth.json"), StringComparison.Ordinal);
        Assert.Contains("init --context Museum.NightContext --config migrateboth.NightContext.json", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("VisitContext", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrations_projects_that_are_their_own_start_up_are_run_each_for_its_engine()
    {
        using var folder = new SolutionFolder()
            .Project("Model/Model.csproj").With("Model/Context.cs", "namespace Model; public class ModelContext : DbContext { }")
            .Project("Lite/Lite.csproj", Refers("Model")).With("Lite/Factory.cs", "public class Factory : IDesignTimeDbContextFactory<ModelContext> { }")
            .Migration("Lite/Migrations/1.Designer.cs", "20250101000000_A", "ModelContext", "Sqlite:Autoincrement")
            .Project("Server/Server.csproj", Refers("Model")).With("Server/Factory.cs", "public class Factory : IDesignTimeDbContextFactory<ModelContext> { }")
            .Migration("Server/Migrations/1.Designer.cs", "20250101000000_A", "ModelContext", "MySql:ValueGenerationStrategy");

        var json = await WrittenAsync(folder);

        Assert.False(json.TryGetProperty("startupProject", out _));
        Assert.Equal(("Lite", "Server"), (json.GetProperty("sqlite").GetProperty("startupProject").GetString(), json.GetProperty("mysql").GetProperty("startupProject").GetString()));
    }

    [Fact]
    public async Task An_AppHost_and_a_project_without_Design_are_not_run()
    {
        const string Design = """<ItemGroup><PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="9.0.23" /></ItemGroup>""";
        using var folder = new SolutionFolder()
            .Project("Data/Data.csproj").With("Data/Context.cs", "namespace Data; public class DataContext : DbContext { }")
            .Project("Host/Host.csproj", "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>" + Refers("Api") + Design, "Aspire.AppHost.Sdk/13.6.4")
            .Project("Worker/Worker.csproj", Refers("Data"), "Microsoft.NET.Sdk.Worker")
            .Project("Api/Api.csproj", Refers("Data") + Design, "Microsoft.NET.Sdk.Web");

        var json = await WrittenAsync(folder);

        Assert.Equal("Api", json.GetProperty("startupProject").GetString());
    }

    [Theory]
    [InlineData("all", null, true)]
    [InlineData("compile", "Api", false)]
    public async Task Design_that_a_reference_does_not_pass_on_is_not_there(string kept, string? startup, bool isApart)
    {
        var design = $"""<ItemGroup><PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="9.0.23"><PrivateAssets>{kept}</PrivateAssets></PackageReference></ItemGroup>""";
        using var folder = new SolutionFolder()
            .Project("Model/Model.csproj").With("Model/Context.cs", "namespace Model; public class ModelContext : DbContext { }")
            .Project("Lite.Sqlite/Lite.Sqlite.csproj", Refers("Model") + design).With("Lite.Sqlite/Factory.cs", "public class Factory : IDesignTimeDbContextFactory<Model.ModelContext> { void A() => o.UseSqlite(c); }")
            .Project("Server.MySql/Server.MySql.csproj", Refers("Model") + design).With("Server.MySql/Factory.cs", "public class Factory : IDesignTimeDbContextFactory<Model.ModelContext> { void A() => o.UseMySql(c, v); }")
            .Project("Api/Api.csproj", Refers("Lite.Sqlite", "Server.MySql"), "Microsoft.NET.Sdk.Web").With("Api/Program.cs", "services.AddDbContext<ModelContext>();");

        var json = await WrittenAsync(folder);

        Assert.Equal(startup, json.TryGetProperty("startupProject", out var one) ? one.GetString() : null);
        Assert.Equal(isApart, json.GetProperty("mysql").TryGetProperty("startupProject", out _));
    }

    [Fact]
    public async Task Of_several_that_could_be_run_the_likeliest_is_taken_and_the_others_are_named()
    {
        const string Tools = """<ItemGroup><PackageReference Include="Microsoft.EntityFrameworkCore.Tools" Version="9.0.23" PrivateAssets="all" /></ItemGroup>""";
        using var folder = new SolutionFolder()
            .Project("Data/Data.csproj").With("Data/Context.cs", "namespace Data; public class DataContext : DbContext { } public class LogContext : DbContext { }")
            .Project("Admin/Admin.csproj", Refers("Data") + Tools, "Microsoft.NET.Sdk.Web").With("Admin/Program.cs", "services.AddDbContext<LogContext>();")
            .Project("Jobs/Jobs.csproj", Refers("Data"), "Microsoft.NET.Sdk.Worker").With("Jobs/Program.cs", "services.AddDbContext<DataContext>();")
            .Project("Web/Web.csproj", Refers("Data") + Tools, "Microsoft.NET.Sdk.Web").With("Web/Program.cs", "services.AddDbContext<DataContext>();");

        var run = await folder.RunAsync("--yes", "--context", "DataContext");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("Web", JsonDocument.Parse(folder.Read("migrateboth.json")).RootElement.GetProperty("startupProject").GetString());
        Assert.Contains("Web is run to make the context; Admin, Jobs could be as well", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrations_say_which_engine_a_context_is_for_where_nothing_else_does()
    {
        using var folder = new SolutionFolder().Project("App.csproj")
            .With("Contexts.cs", "namespace App; public abstract class Base : DbContext { } public class Small : Base { } public class Large : Base { } public class Huge : Base { }")
            .Migration("Migrations/One/1.Designer.cs", "20250101000000_A", "App.Small", "Sqlite:Autoincrement")
            .Migration("Migrations/Two/1.Designer.cs", "20250101000000_A", "App.Large", "MySql:CharSet")
            .Migration("Migrations/Three/1.Designer.cs", "20250101000000_A", "App.Huge", "Npgsql:ValueGenerationStrategy");

        var json = await WrittenAsync(folder);

        Assert.Equal(("App.Small", "App.Large"), (Side(json, "sqlite").Context, Side(json, "mysql").Context));
    }

    [Fact]
    public async Task Of_two_contexts_for_both_engines_the_one_with_migrations_is_taken()
    {
        const string Chosen = "if (c[\"Db\"] == \"mysql\") o.UseMySql(x, v); else o.UseSqlite(x);";
        using var folder = new SolutionFolder().Project("App.csproj", sdk: "Microsoft.NET.Sdk.Web")
            .With("Contexts.cs", "namespace App; public class Shop : DbContext { } public class ReadOnlyShop : DbContext { }")
            .With("Program.cs", $"s.AddDbContext<Shop>(o => {{ {Chosen} }}); s.AddDbContext<ReadOnlyShop>(o => {{ {Chosen} }});")
            .Migration("Migrations/1.Designer.cs", "20250101000000_A", "App.Shop", "Sqlite:Autoincrement");

        var run = await folder.RunAsync("--yes");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("App.Shop", JsonDocument.Parse(folder.Read("migrateboth.json")).RootElement.GetProperty("context").GetString());
        Assert.Contains("init --context App.ReadOnlyShop", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services.AddDbContext<Shop>(o => Configure(o, c)); services.AddDbContext<Log>(o => o.UseSqlite(c));")]
    [InlineData("services.AddDbContext<Shop>(Configure); services.AddDbContext<Log>(o => o.UseNpgsql(c));")]
    public async Task A_registration_may_leave_the_choice_to_a_method(string registration)
    {
        using var folder = new SolutionFolder().Project("App.csproj", sdk: "Microsoft.NET.Sdk.Web")
            .With("Contexts.cs", "namespace App; public class Shop : DbContext { } public class Log : DbContext { }")
            .With("Program.cs", registration)
            .With("Databases.cs", "static class Databases { static void Configure(DbContextOptionsBuilder o, IConfiguration c) { if (c[\"Db\"] == \"mysql\") o.UseMySql(x, v); else o.UseSqlite(x); } }");

        var json = await WrittenAsync(folder);

        Assert.Equal("App.Shop", json.GetProperty("context").GetString());
    }

    [Theory]
    [InlineData("AddNpgsqlDbContext", "Server")]
    [InlineData("AddSqlServerDbContext", "Server")]
    [InlineData("AddMySqlDbContext", "Cloud")]
    public async Task A_registration_that_is_called_after_a_provider_says_whose_context_it_is(string method, string taken)
    {
        using var folder = new SolutionFolder().Project("App.csproj", sdk: "Microsoft.NET.Sdk.Web")
            .With("Contexts.cs", "namespace App; public abstract class Base : DbContext { } public class Local : Base { } public class Cloud : Base { } public class Server : Base { }")
            .With("Program.cs", $"b.{method}<Cloud>(\"db\"); services.AddDbContext<Local>(o => o.UseSqlite(c)); services.AddDbContext<Server>(o => o.{(taken == "Server" ? "UseMySql(c, v)" : "UseNpgsql(c)")});");

        var json = await WrittenAsync(folder);

        Assert.Equal(("App.Local", $"App.{taken}"), (Side(json, "sqlite").Context, Side(json, "mysql").Context));
    }

    [Fact]
    public async Task A_factory_of_another_context_makes_no_start_up()
    {
        using var folder = new SolutionFolder()
            .Project("Data/Data.csproj").With("Data/Context.cs", "namespace Data; public class DataContext : DbContext { } public class LogContext : DbContext { } class Factory : IDesignTimeDbContextFactory<LogContext> { }")
            .Project("Web/Web.csproj", Refers("Data"), "Microsoft.NET.Sdk.Web");

        await folder.RunAsync("--yes", "--context", "DataContext");

        Assert.Equal("Web", JsonDocument.Parse(folder.Read("migrateboth.json")).RootElement.GetProperty("startupProject").GetString());
    }

    private static string Refers(params string[] projects) =>
        $"<ItemGroup>{string.Concat(projects.Select(project => $"<ProjectReference Include=\"../{project}/{project}.csproj\" />"))}</ItemGroup>";

    private static (string? Project, string? Folder, string? Context) Side(JsonElement json, string engine)
    {
        string? Text(string name) => json.GetProperty(engine).TryGetProperty(name, out var value) ? value.GetString() : null;
        return (Text("project"), Text("migrations"), Text("context"));
    }

    private static async Task<JsonElement> WrittenAsync(SolutionFolder folder)
    {
        var run = await folder.RunAsync("--yes");
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(folder.Read("migrateboth.json")).RootElement;
    }
}
