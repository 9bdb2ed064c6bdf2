using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Commands.Add;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.Add;

public sealed class AddCommandTests
{
    [Fact]
    public async Task Both_sides_get_the_same_id_and_the_snapshots_are_replaced()
    {
        using var project = new FakeProject();

        var run = await project.RunAsync("add", "AddEmail", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("20261122170000_AddEmail", run.Json.GetProperty("migration").GetProperty("id").GetString());
        Assert.Equal("AddEmail", run.Json.GetProperty("migration").GetProperty("name").GetString());
        Assert.Equal(
            [
                "Migrations/MySql/20261122170000_AddEmail.Designer.cs", "Migrations/MySql/20261122170000_AddEmail.cs", "Migrations/MySql/ShopContextModelSnapshot.cs",
                "Migrations/Sqlite/20261122170000_AddEmail.Designer.cs", "Migrations/Sqlite/20261122170000_AddEmail.cs", "Migrations/Sqlite/ShopContextModelSnapshot.cs",
                "Shop.csproj",
            ],
            project.Files());
        Assert.Equal(6, run.Json.GetProperty("files").GetArrayLength());
        Assert.All(run.Json.GetProperty("files").EnumerateArray(), file => Assert.True(File.Exists(file.GetString())));
        Assert.True(project.Host.IsDisposed);
    }

    [Fact]
    public async Task Equal_operations_of_both_sides_are_shown_once_and_data_loss_is_named()
    {
        using var project = new FakeProject();
        project.Host.Operations[Engine.Sqlite] = [FakeDesignHost.Operation("add column Orders.Note"), FakeDesignHost.Operation("drop column Orders.Old", destructive: true)];
        project.Host.Operations[Engine.MySql] = [.. project.Host.Operations[Engine.Sqlite], FakeDesignHost.Operation("alter column Orders.Total")];

        var run = await project.RunAsync("add", "AddNote");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            Added 20261122170000_AddNote for SQLite and MySQL.

              operation                  SQLite  MySQL
              add column Orders.Note     yes     yes
              drop column Orders.Old     yes     yes    may lose data
              alter column Orders.Total  -       yes

              Migrations/Sqlite/20261122170000_AddNote.cs
              Migrations/Sqlite/20261122170000_AddNote.Designer.cs
              Migrations/Sqlite/ShopContextModelSnapshot.cs
              Migrations/MySql/20261122170000_AddNote.cs
              Migrations/MySql/20261122170000_AddNote.Designer.cs
              Migrations/MySql/ShopContextModelSnapshot.cs

            """,
            run.Out);
        Assert.Contains("warning: On SQLite the migration may lose data: drop column Orders.Old.", run.Error, StringComparison.Ordinal);
        Assert.Contains("warning: On MySQL the migration may lose data: drop column Orders.Old.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_without_changes_gets_its_empty_half_and_says_so()
    {
        using var project = new FakeProject();
        project.Host.Operations[Engine.MySql] = [FakeDesignHost.Operation("alter column Orders.Total")];

        var run = await project.RunAsync("add", "Widen");

        Assert.Contains("SQLite has no changes; its migration is empty and completes the pair.", run.Out, StringComparison.Ordinal);
        Assert.Contains("Migrations/Sqlite/20261122170000_Widen.cs", project.Files());
    }

    [Fact]
    public async Task No_changes_at_all_still_make_a_pair_as_dotnet_ef_does_with_a_warning()
    {
        using var project = new FakeProject();

        var run = await project.RunAsync("add", "Empty", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("no-changes", run.Json.GetProperty("warnings")[0].GetProperty("code").GetString());
        Assert.True(run.Json.GetProperty("sides").GetProperty("mysql").GetProperty("isEmpty").GetBoolean());
    }

    [Fact]
    public async Task Unpaired_histories_are_a_warning_and_not_an_obstacle()
    {
        using var project = new FakeProject("20250101000000_Init");
        project.Host.Models = project.Models with { MySql = FakeDesignHost.Model(Engine.MySql, ["20250101000000_Init", "20250202000000_Alone"]) };

        var run = await project.RunAsync("add", "More", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Json.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "unpaired-history");
    }

    [Fact]
    public async Task A_clock_behind_the_last_migration_of_either_side_is_overruled()
    {
        using var project = new FakeProject();
        project.Host.Models = project.Models with { MySql = FakeDesignHost.Model(Engine.MySql, ["20301231235959_FromTheFuture"]) };

        var run = await project.RunAsync("add", "Next", "--format", "json");

        Assert.Equal("20310101000000_Next", run.Json.GetProperty("migration").GetProperty("id").GetString());
        Assert.Contains(run.Json.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "clock-behind");
    }

    [Theory]
    [InlineData("Add Email", 64, "invalid-name")]
    [InlineData("1st", 64, "invalid-name")]
    [InlineData("class", 64, "invalid-name")]
    [InlineData("a/b", 64, "invalid-name")]
    [InlineData("", 64, "invalid-name")]
    [InlineData("init", 78, "name-exists")]
    [InlineData("first", 78, "half-not-last")]
    [InlineData("shopcontext", 78, "name-is-context")]
    [InlineData("TakenClass", 78, "name-collides")]
    [InlineData("TakenNamespace", 78, "name-collides")]
    [InlineData("Migration", 78, "name-collides")]
    [InlineData("Excluded", 78, "name-collides")]
    public async Task A_name_that_cannot_be_used_is_refused_and_nothing_is_written(string name, int exitCode, string code)
    {
        using var project = new FakeProject("20250101000000_Init");
        project.Host.Models = project.Models with { MySql = FakeDesignHost.Model(Engine.MySql, ["20250101000000_Init", "20250102000000_First", "20250202000000_OnlyOnMySql"]) };
        Directory.CreateDirectory(project.Host.Folder(Engine.MySql));
        File.WriteAllText(Path.Combine(project.Host.Folder(Engine.MySql), "20240101000000_Excluded.cs"), "// not in the build");
        var before = project.Files();

        var run = await project.RunAsync("add", name, "--format", "json");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(code, run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(before, project.Files());
    }

    [Fact]
    public async Task A_migration_that_uses_a_type_which_an_earlier_one_hides_is_refused()
    {
        using var project = new FakeProject("20250101000000_TimeOnly");
        project.Host.Models = project.Models with { MySql = project.Models.MySql with { Migrations = [project.Models.MySql.Migrations[0] with { TypeName = "Shop.Migrations.MySql.TimeOnly" }] } };
        project.Host.MigrationBody = "public partial class {name} : Migration { void Up() { table.Column<TimeOnly>(); } }";
        var before = project.Files();

        var run = await project.RunAsync("add", "More", "--format", "json");

        var error = run.Json.GetProperty("error");
        Assert.Equal((78, "name-collides"), (run.ExitCode, error.GetProperty("code").GetString()));
        Assert.Contains("'TimeOnly', which the class of the earlier migration 20250101000000_TimeOnly hides", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, project.Files());
    }

    [Theory]
    [InlineData("DateOnly", "table.Column<DateOnly>();", true)]
    [InlineData("DateOnly", "Columns(DateOnly: 1, x => x.DateOnly);", false)]
    [InlineData("Customer", "modelBuilder.Entity<Customer>();", false)]
    public async Task A_class_of_an_enclosing_namespace_that_hides_a_type_of_the_framework_is_refused(string type, string code, bool isRefused)
    {
        using var project = new FakeProject("20250101000000_Init");
        project.Host.MigrationBody = $"public partial class {{name}} : Migration {{ void Up() {{ {code} }} }}";
        var before = project.Files();

        var run = await project.RunAsync("add", "More", "--format", "json");

        Assert.Equal(isRefused ? 78 : 0, run.ExitCode);
        if (isRefused)
        {
            Assert.Contains($"which the class 'Shop.{type}' hides", run.Json.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Equal(before, project.Files());
        }
    }

    [Fact]
    public void A_pair_whose_generators_give_different_ids_is_refused()
    {
        static ScaffoldedMigration Side(Engine engine, string id) => new() { Engine = engine, Id = id, Files = [], Operations = [] };

        SharedId.Require([Side(Engine.Sqlite, "a_Init"), Side(Engine.MySql, "a_Init")]);
        Assert.Equal("ids-differ", Assert.Throws<MigrateBothException>(() => SharedId.Require([Side(Engine.Sqlite, "a_Init"), Side(Engine.MySql, "b_Init")])).Code);
    }

    [Fact]
    public async Task The_name_of_a_migration_that_one_side_has_writes_the_other_half_under_its_id()
    {
        using var project = new FakeProject("20250101000000_Init");
        project.Host.Models = project.Models with { Sqlite = FakeDesignHost.Model(Engine.Sqlite, ["20250101000000_Init", "20250202000000_AddEmail"]) };
        project.Host.Operations[Engine.MySql] = [FakeDesignHost.Operation("add column Customers.Email")];

        var run = await project.RunAsync("add", "addemail", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("20250202000000_AddEmail", run.Json.GetProperty("migration").GetProperty("id").GetString());
        Assert.Equal("AddEmail", run.Json.GetProperty("migration").GetProperty("name").GetString());
        Assert.Equal(
            ["Migrations/MySql/20250202000000_AddEmail.Designer.cs", "Migrations/MySql/20250202000000_AddEmail.cs", "Migrations/MySql/ShopContextModelSnapshot.cs", "Shop.csproj"],
            project.Files());
        Assert.Empty(run.Json.GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public async Task A_half_is_not_completed_when_the_model_has_changed_since()
    {
        using var project = new FakeProject("20250101000000_Init");
        var sqlite = FakeDesignHost.Model(Engine.Sqlite, ["20250101000000_Init", "20250202000000_AddEmail"]);
        project.Host.Models = project.Models with { Sqlite = sqlite with { PendingOperations = [FakeDesignHost.Operation("add column Customers.Phone")] } };

        var run = await project.RunAsync("add", "AddEmail", "--format", "json");

        Assert.Equal((78, "half-outdated"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal(["Shop.csproj"], project.Files());
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(false, null)]
    public async Task Migrations_that_the_application_could_not_tell_apart_are_not_written(bool? sqlite, bool? mySql)
    {
        using var project = new FakeProject();
        project.Host.IsToldApart = engine => engine == Engine.Sqlite ? sqlite : mySql;

        var run = await project.RunAsync("add", "Init", "--format", "json");

        Assert.Equal((78, "migrations-not-told-apart"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.Contains("package MigrateBoth.EntityFrameworkCore", run.Json.GetProperty("error").GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.Equal(["Shop.csproj"], project.Files());
    }

    [Fact]
    public async Task A_context_of_its_own_for_each_engine_needs_nothing_to_tell_them_apart()
    {
        using var project = new FakeProject();
        project.Host.IsToldApart = _ => false;
        project.Host.Models = project.Models with { MySql = FakeDesignHost.Model(Engine.MySql, [], "Shop.MySqlShopContext") };

        var run = await project.RunAsync("add", "Init");

        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("Up", "public partial class {name} : Migration { protected override void Up(MigrationBuilder b) { } }", true)]
    [InlineData("MigrationBuilder", "public partial class {name} : Migration { protected override void Up(MigrationBuilder b) { } }", true)]
    [InlineData("Guid", "public partial class {name} : Migration { void M() { table.Column<Guid>(nullable: false); } }", true)]
    [InlineData("Total", "public partial class {name} : Migration { void M() { var c = new { Total = table.Column<int>() }; x => x.Total; } }", false)]
    [InlineData("Orders", "public partial class {name} : Migration { /* Orders */ void M() { Sql(\"Orders\"); } // Orders\n }", false)]
    [InlineData("name", "public partial class {name} : Migration { void M() { Add(name: \"x\"); } }", false)]
    public async Task A_class_may_not_hide_what_its_own_code_uses(string name, string body, bool collides)
    {
        using var project = new FakeProject();
        project.Host.MigrationBody = body;

        var run = await project.RunAsync("add", name);

        Assert.Equal(collides ? 78 : 0, run.ExitCode);
    }

    [Fact]
    public async Task While_another_command_writes_this_one_is_turned_away_and_builds_nothing()
    {
        using var project = new FakeProject();
        using var other = PairLock.Acquire(project.Directory, "add Other");

        var run = await project.RunAsync("add", "Mine", "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("pair-in-progress", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(project.Host.Requests);
    }

    [Fact]
    public async Task What_a_killed_run_left_is_ended_first_and_told_in_one_line()
    {
        using var project = new FakeProject();
        using (var killed = PairLock.Acquire(project.Directory, "add Killed"))
        {
            var target = Path.Combine(project.Directory, "Migrations", "Killed.cs");
            foreach (var step in new PairWriter(killed).Steps("add Killed", [new PairFile(target, "// killed", MustBeNew: true)]))
            {
                if (step == "commit")
                {
                    break;
                }
            }
        }

        var run = await project.RunAsync("add", "Next");

        Assert.Equal(0, run.ExitCode);
        Assert.Single(run.Error.Split('\n'), line => line.Contains("An earlier 'add Killed' was interrupted", StringComparison.Ordinal));
        Assert.Contains("Migrations/Killed.cs", project.Files());
    }
}
