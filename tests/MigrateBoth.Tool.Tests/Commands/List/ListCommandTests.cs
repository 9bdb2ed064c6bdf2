using MigrateBoth.Core;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.List;

public sealed class ListCommandTests
{
    [Fact]
    public async Task Both_histories_are_shown_side_by_side()
    {
        using var project = new FakeProject("20250101000000_Init", "20250301000000_Pair");
        project.Host.Models = project.Models with
        {
            MySql = FakeDesignHost.Model(Engine.MySql, ["20250101000000_Init", "20250202000000_Alone", "20250301000000_Pair"]),
        };

        var run = await project.RunAsync("list");

        Assert.Equal(
            """
            migration             SQLite   MySQL
            20250101000000_Init   yes      yes
            20250202000000_Alone  missing  yes    unpaired
            20250301000000_Pair   yes      yes

            2 pair(s), 1 unpaired ('dotnet migrate-both status' says more).

            """,
            run.Out);
    }

    [Fact]
    public async Task With_connections_it_tells_what_is_applied_where()
    {
        using var project = new FakeProject("20250101000000_Init", "20250301000000_Pair");
        project.Host.Plans[Engine.Sqlite] = project.Host.Plans[Engine.Sqlite] with { Applied = ["20250101000000_Init", "20250401000000_Foreign"] };
        project.Host.Plans[Engine.MySql] = project.Host.Plans[Engine.MySql] with { DatabaseExists = false };

        var run = await project.RunAsync("list", "--sqlite", "shop.db", "--mysql", "Server=db;Database=shop;User=app;Password=hunter2");

        Assert.Equal(
            $"""
            SQLite: {Path.Combine(project.Directory, "shop.db")}
            MySQL: app@db:3306/shop (does not exist yet)
            migration               SQLite                       MySQL
            20250101000000_Init     applied                      pending
            20250301000000_Pair     pending                      pending
            20250401000000_Foreign  applied, not in the project  missing  unpaired

            2 pair(s), 1 unpaired ('dotnet migrate-both status' says more), 1 pending on SQLite, 2 pending on MySQL.

            """,
            run.Out);
    }

    [Fact]
    public async Task Json_says_the_same()
    {
        using var project = new FakeProject("20250101000000_Init");
        project.Host.Plans[Engine.Sqlite] = project.Host.Plans[Engine.Sqlite] with { Applied = ["20250101000000_Init"] };

        var run = await project.RunAsync("list", "--sqlite", "shop.db", "--format", "json");

        var row = run.Json.GetProperty("migrations")[0];
        Assert.Equal("20250101000000_Init", row.GetProperty("id").GetString());
        Assert.Equal("Init", row.GetProperty("name").GetString());
        Assert.True(row.GetProperty("paired").GetBoolean());
        Assert.True(row.GetProperty("sqlite").GetProperty("applied").GetBoolean());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, row.GetProperty("mysql").GetProperty("applied").ValueKind);
    }
}
