using MigrateBoth.Core;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.Script;

public sealed class ScriptCommandTests
{
    [Fact]
    public async Task Both_files_are_written_without_a_byte_order_mark()
    {
        using var project = new FakeProject("20250101000000_Init", "20250301000000_Pair");

        var run = await project.RunAsync("script", "--output", "sql/out", "--from", "init", "--to", "20250301000000_pair", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("script sqlite 20250101000000_Init 20250301000000_Pair plain", project.Host.Requests);
        Assert.Contains("script mysql 20250101000000_Init 20250301000000_Pair plain", project.Host.Requests);
        Assert.EndsWith("SELECT 'mysql';\n", project.Read("sql", "out", "mysql.sql"), StringComparison.Ordinal);
        Assert.Equal((byte)'-', File.ReadAllBytes(Path.Combine(project.Directory, "sql", "out", "mysql.sql"))[0]);
        Assert.Equal(["Shop.csproj", "sql/out/mysql.sql", "sql/out/sqlite.sql"], project.Files());
        Assert.Equal(Path.Combine(project.Directory, "sql", "out", "sqlite.sql"), run.Json.GetProperty("scripts").GetProperty("sqlite").GetProperty("file").GetString());
    }

    [Fact]
    public async Task Idempotent_is_what_only_one_side_can_be_and_both_the_output_and_the_file_say_so()
    {
        using var project = new FakeProject("20250101000000_Init");

        var run = await project.RunAsync("script", "-o", "sql", "--idempotent");

        Assert.Contains("script sqlite - - plain", project.Host.Requests);
        Assert.Contains("script mysql - - idempotent", project.Host.Requests);
        Assert.Contains("sqlite.sql is not idempotent", run.Error, StringComparison.Ordinal);
        Assert.Contains("mysql client", run.Error, StringComparison.Ordinal);
        Assert.Contains("-- NOT IDEMPOTENT", project.Read("sql", "sqlite.sql"), StringComparison.Ordinal);
        Assert.Matches("SQLite +sql.sqlite.sql +not idempotent", run.Out);
    }

    [Theory]
    [InlineData("CREATE TRIGGER T BEFORE INSERT ON Orders FOR EACH ROW SET NEW.Id = 1;", true)]
    [InlineData("CREATE DEFINER=`root`@`%` PROCEDURE P() SELECT 1;", true)]
    [InlineData("CREATE TABLE Orders (Id int);", false)]
    public async Task Only_a_routine_inside_of_the_wrapper_makes_an_idempotent_script_fail(string statement, bool fails)
    {
        using var project = new FakeProject("20250101000000_Init");
        project.Host.Script = _ =>
            $"""
            DELIMITER //
            CREATE PROCEDURE `POMELO_BEFORE_DROP_PRIMARY_KEY`(IN `X` VARCHAR(255))
            BEGIN
            END //
            DELIMITER ;
            DELIMITER //
            CREATE PROCEDURE MigrationsScript()
            BEGIN
                IF NOT EXISTS(SELECT 1 FROM `__EFMigrationsHistory` WHERE `MigrationId` = '20250101000000_Init') THEN

                {statement}

                END IF;
            END //
            DELIMITER ;
            CALL MigrationsScript();

            """;

        var run = await project.RunAsync("script", "-o", "sql", "--idempotent", "--format", "json");

        Assert.Equal(fails, run.Json.GetProperty("warnings").EnumerateArray().Any(warning => warning.GetProperty("code").GetString() == "idempotent-script-fails"));
    }

    [Theory]
    [InlineData("--from", "Initt", "Did you mean 'Init'?")]
    [InlineData("--to", "20250101000001_Init", "Did you mean '20250101000000_Init'?")]
    [InlineData("--to", "OnlyOnMySql", "20250202000000_OnlyOnMySql does not exist on SQLite")]
    public async Task An_unknown_migration_is_reported_with_the_nearest(string option, string reference, string expected)
    {
        using var project = new FakeProject("20250101000000_Init");
        project.Host.Models = project.Models with { MySql = FakeDesignHost.Model(Engine.MySql, ["20250101000000_Init", "20250202000000_OnlyOnMySql"]) };

        var run = await project.RunAsync("script", "--output", "sql", option, reference);

        Assert.Equal(78, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(["Shop.csproj"], project.Files());
    }

    [Fact]
    public async Task Without_a_folder_it_says_how_to_name_one()
    {
        using var project = new FakeProject();

        var run = await project.RunAsync("script");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("--output sql", run.Error, StringComparison.Ordinal);
    }
}
