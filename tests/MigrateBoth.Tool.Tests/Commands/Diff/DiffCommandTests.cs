using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.Diff;

public sealed class DiffCommandTests : IDisposable
{
    private const string MySql = "mysql:Server=db.local;Database=shop;User ID=reader;Password=s3cr3t-word";
    private const string OtherMySql = "mysql://reader:s3cr3t-word@other.local/shop";

    private static readonly string[] Sides =
        ["sqlite:shop.db", "sqlite:other.db", MySql, OtherMySql, "model:sqlite", "model:mysql", "migrations:sqlite", "migrations:mysql"];

    private readonly FakeApplication _app = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-diff-");

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var (a, b) in from a in Sides from b in Sides where a != b select (a, b))
            {
                pairs.Add(a, b);
            }

            return pairs;
        }
    }

    public void Dispose()
    {
        _app.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Every_pair_is_compared_and_starts_no_more_than_it_needs(string a, string b)
    {
        var run = await RunAsync(a, b, "--format", "json");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        var engines = new[] { a, b }.Select(side => side.Contains("mysql", StringComparison.Ordinal) ? "mysql" : "sqlite").ToList();
        Assert.Equal(engines[0] == engines[1] ? "drift" : "parity", run.Json.GetProperty("stages").EnumerateArray().Last().GetProperty("name").GetString());
        Assert.True(run.Json.GetProperty("stages").EnumerateArray().Last().GetProperty("checked").GetInt32() > 0);
        Assert.Equal(engines, run.Json.GetProperty("compared").EnumerateArray().Select(side => side.GetProperty("engine").GetString()));
        Assert.Equal(new[] { a, b }.Any(IsBuilt), _app.Started.Contains("build"));
        Assert.Equal(new[] { a, b }.Any(side => IsBuilt(side) && side.EndsWith("mysql", StringComparison.Ordinal)), _app.Started.Contains("mysql auto"));
        Assert.Empty(_app.Alive);
        Assert.DoesNotContain("s3cr3t-word", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_difference_of_every_pair_is_found(string a, string b)
    {
        // Whatever is B has a column more: scratch databases are distinguished by their purpose, others by their connection string.
        var engine = b.Contains("mysql", StringComparison.Ordinal) ? Engine.MySql : Engine.Sqlite;
        var mark = b switch
        {
            "model:sqlite" or "model:mysql" => "model",
            "migrations:sqlite" or "migrations:mysql" => "migrated",
            "sqlite:shop.db" => "shop.db",
            "sqlite:other.db" => "other.db",
            MySql => "db.local",
            _ => "other.local",
        };
        _app.Schemas = (e, connection) => e == engine && connection.Contains(mark, StringComparison.Ordinal) ? SampleModels.SchemaOf(e, "Total") : SampleModels.SchemaOf(e);

        var run = await RunAsync(a, b, "--format", "json");

        Assert.True(run.ExitCode == 1, run.Out + run.Error);
        var finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal("Orders.Total", finding.GetProperty("object").GetString());
        Assert.DoesNotContain("s3cr3t-word", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_names_the_sides_and_what_is_ignored()
    {
        _app.Schemas = (engine, connection) => connection.Contains("db.local", StringComparison.Ordinal) ? SampleModels.SchemaOf(engine, "Total") : SampleModels.SchemaOf(engine);

        var run = await RunAsync("migrations:mysql", MySql);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("A        migrations:mysql: 1 tables, MySQL 8.4.0, container mysql:8.4", run.Out, StringComparison.Ordinal);
        Assert.Contains("B        mysql:reader@db.local:3306/shop: 1 tables", run.Out, StringComparison.Ordinal);
        Assert.Contains("Ignored  rows; EF Core's own tables (__EFMigrationsHistory, __EFMigrationsLock)", run.Out, StringComparison.Ordinal);
        Assert.Contains("The column Orders.Total (int NOT NULL) is in mysql:reader@db.local:3306/shop and not in migrations:mysql.", run.Out, StringComparison.Ordinal);
        Assert.Matches("(?m)^    A: +-$", run.Out);
        Assert.Contains("+ history", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite:shop.db", MySql)]
    [InlineData(MySql, "sqlite:shop.db")]
    public async Task The_page_shows_the_two_sides_in_the_order_of_its_findings(string a, string b)
    {
        await RunAsync(a, b, "--report", "html=out.html");

        var page = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "out.html"));
        Assert.Contains("\"leftEngine\":\"SQLite\",\"rightEngine\":\"MySQL\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t-word", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_shows_both_schemas_under_the_names_of_the_sides()
    {
        _app.Schemas = (engine, connection) => connection.Contains("db.local", StringComparison.Ordinal) ? SampleModels.SchemaOf(engine, "Total") : SampleModels.SchemaOf(engine);

        await RunAsync("migrations:mysql", MySql, "--report", "html=diff.html");

        var page = File.ReadAllText(Path.Combine(_folder.FullName, "diff.html"));
        Assert.Contains("\"schema\":{\"left\":\"migrations:mysql\",\"right\":\"mysql:reader@db.local:3306/shop\",\"leftEngine\":\"MySQL\",\"rightEngine\":\"MySQL\"", page, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"column\",\"name\":\"Total\",\"left\":false,\"right\":true,\"findings\":[", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrations_that_the_database_has_not_recorded_are_found_though_the_schemas_are_equal()
    {
        _app.Recorded = _ => ["20251231000000_Hotfix"];

        var run = await RunAsync("migrations:mysql", MySql, "--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["MB121", "MB120"], run.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_incomplete_at_once_and_reported_in_a_file_too()
    {
        _app.Schemas = (_, _) => throw new MigrateBothException(ExitCode.Incomplete, "mysql-unreachable", "No MySQL server answers.", "Check the host.");

        var run = await RunAsync("migrations:mysql", MySql, "--format", "json", "--report", "json=out.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("mysql-unreachable", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("MB905", Assert.Single(run.Json.GetProperty("findings").EnumerateArray()).GetProperty("rule").GetString());
        Assert.DoesNotContain("build", _app.Started);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "out.json")));
    }

    [Fact]
    public async Task An_obstacle_of_the_schema_that_was_not_requested_is_ignored()
    {
        _app.Creating = (_, _) => throw new MigrateBothException(ExitCode.Incomplete, "create-failed", "The model cannot be created.");

        var migrations = await RunAsync("migrations:sqlite", "sqlite:shop.db");
        var model = await RunAsync("model:sqlite", "sqlite:shop.db");

        Assert.Equal((0, 2), (migrations.ExitCode, model.ExitCode));
    }

    [Fact]
    public async Task What_the_configuration_accepts_is_accepted_and_what_does_not_come_up_is_not_stale()
    {
        _app.Schemas = (engine, connection) => connection.Contains("shop.db", StringComparison.Ordinal) ? SampleModels.SchemaOf(engine, "Total") : SampleModels.SchemaOf(engine);
        File.WriteAllText(Path.Combine(_folder.FullName, "migrateboth.json"), """
            { "accept": [
              { "rule": "MB213", "object": "Orders.Total", "difference": "none -> INTEGER NOT NULL", "reason": "made by the reporting team" },
              { "rule": "MB230", "object": "Orders.IX_Gone", "difference": "(A) -> none", "reason": "only verify sees it" } ] }
            """);

        var run = await RunAsync("migrations:sqlite", "sqlite:shop.db", "--format", "json");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.True(Assert.Single(run.Json.GetProperty("findings").EnumerateArray()).GetProperty("accepted").GetBoolean());
    }

    [Theory]
    [InlineData("sqlite:shop.db", "sqlite:./shop.db")]
    [InlineData("model:mysql", "model:mysql")]
    [InlineData("mysql:Server=h;Database=d;User ID=u;Password=one", "mysql://u:two@h/d")]
    public async Task A_side_is_not_compared_with_itself(string a, string b)
    {
        var run = await RunAsync(a, b, "--format", "json");

        Assert.Equal((64, "same-sides"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("mysql:", "variable")]
    [InlineData("migrations", "is not a side of a comparison")]
    [InlineData("migration:mysql", "Did you mean 'migrations:...'?")]
    [InlineData("model:mysqll", "Did you mean 'model:mysql'?")]
    [InlineData("Server=h;Database=d;Password=s3cr3t-word", "is not a side of a comparison")]
    [InlineData("s3cr3t-word:x", "is not a side of a comparison")]
    public async Task A_side_that_is_none_is_wrong_usage_and_never_repeated_where_it_might_be_a_password(string b, string said)
    {
        var run = await RunAsync("migrations:sqlite", b, "--format", "json");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains(said, run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t-word", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_table_of_another_name_is_no_part_of_the_schema()
    {
        _app.Models = engine => SampleModels.Of(engine) with { HistoryTable = "Releases" };
        var asked = new List<string>();
        var services = _app.Services;

        var run = await ToolRun.With(
            services with
            {
                DatabaseCatalog = (engine, table) =>
                {
                    asked.Add(table);
                    return services.DatabaseCatalog(engine, table);
                },
            },
            _folder.FullName, null, null, "diff", "migrations:sqlite", "sqlite:shop.db");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Equal(["__EFMigrationsHistory", "Releases"], asked);
        Assert.Contains("(Releases, __EFMigrationsLock)", run.Out, StringComparison.Ordinal);
    }

    private static bool IsBuilt(string side) => side.StartsWith("model:", StringComparison.Ordinal) || side.StartsWith("migrations:", StringComparison.Ordinal);

    private Task<ToolRun> RunAsync(params string[] arguments) =>
        ToolRun.With(_app.Services, _folder.FullName, null, null, ["diff", .. arguments]);
}
