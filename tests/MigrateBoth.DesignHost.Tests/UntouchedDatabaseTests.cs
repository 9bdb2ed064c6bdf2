using System.Net;
using System.Net.Sockets;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>Contexts and hosts that work on the application's own database, or start to work at all, while they are only looked at.</summary>
public sealed class UntouchedDatabaseTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string File => Path.Combine(_directory.Path, "application.db");

    [Theory]
    [InlineData("create")]
    [InlineData("migrate")]
    [InlineData("recreate")]
    [InlineData("fill")]
    public async Task A_constructor_that_works_on_its_database_touches_neither_file_nor_server(string call)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        await using var host = await Fixture.EagerMigrate.StartAsync(Eager(call, ((IPEndPoint)server.LocalEndpoint).Port));

        foreach (var engine in EngineNames.All)
        {
            var model = await host.DescribeAsync(engine, CancellationToken.None);
            Assert.Equal(["Things"], model.Tables.Select(table => table.Name));
            Assert.Equal(["Nothing"], model.Migrations.Select(migration => migration.Name));
            Assert.NotEmpty(model.PendingOperations);
        }

        Assert.False(System.IO.File.Exists(File));
        Assert.False(server.Pending(), "somebody connected to the application's server");
    }

    [Fact]
    public async Task A_constructor_that_deletes_its_database_deletes_nothing()
    {
        await System.IO.File.WriteAllTextAsync(File, "precious");
        await using var host = await Fixture.EagerMigrate.StartAsync(Eager("recreate", 1));

        await host.DescribeAsync(Engine.Sqlite, CancellationToken.None);

        Assert.Equal("precious", await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task Such_a_context_still_works_on_a_database_it_is_pointed_at()
    {
        using var database = new SqliteFile();
        await using var host = await Fixture.EagerMigrate.StartAsync(Eager("migrate", 1));

        var run = await host.ApplyAsync(Engine.Sqlite, database.ConnectionString, target: null, TimeSpan.FromSeconds(20), CancellationToken.None);

        Assert.Null(run.Failure);
        Assert.Equal(["20260101000000_Nothing"], database.History);
        Assert.False(System.IO.File.Exists(File));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MySql)]
    public async Task A_constructor_that_migrates_does_not_make_the_next_migration_begin_anew(Engine engine)
    {
        await using var host = await Fixture.EagerMigrate.StartAsync(Eager("migrate", 1));

        var migration = await host.ScaffoldAsync(engine, "20260202020202", "Next", CancellationToken.None);

        Assert.Contains("DropTable(", migration.Files[0].Content, StringComparison.Ordinal);
        Assert.Contains(migration.Operations, operation => operation.Summary == "drop table Relics");
    }

    [Fact]
    public async Task A_constructor_that_connects_past_EF_Core_is_stopped_and_told_what_to_do()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var fixture = Fixture.RealLife;
        var configuration = fixture.With("ASKING_CONNECTION", $"Server=127.0.0.1;Port={((IPEndPoint)server.LocalEndpoint).Port};Password=hunter2");
        await using var host = await fixture.StartAsync(configuration with { Context = "AskingContext" });

        var error = await HostAssert.FailsAsync("context-failed", ExitCode.Incomplete, () => host.DescribeAsync(Engine.MySql, CancellationToken.None));

        Assert.Contains("EF.IsDesignTime", error.Hint, StringComparison.Ordinal);
        Assert.False(server.Pending(), "somebody connected to the application's server");
    }

    [Fact]
    public async Task A_host_s_background_services_are_not_even_made()
    {
        var trace = Path.Combine(_directory.Path, "trace");
        await using var host = await Fixture.Hosted.StartAsync(Fixture.Hosted.With("HOSTED_TRACE", trace));

        var model = await host.DescribeAsync(Engine.MySql, CancellationToken.None);

        Assert.Equal("Visits", Assert.Single(model.Tables).Name);
        Assert.False(System.IO.File.Exists(trace));
    }

    public void Dispose() => _directory.Dispose();

    private MigrateBothConfiguration Eager(string call, int port)
    {
        var settings = new EngineSettings
        {
            Environment = new Dictionary<string, string>
            {
                ["EAGER_CALL"] = call,
                ["EAGER_FILE"] = File,
                ["EAGER_PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
        };
        return Fixture.EagerMigrate.Configuration with { Sqlite = settings, MySql = settings };
    }
}
