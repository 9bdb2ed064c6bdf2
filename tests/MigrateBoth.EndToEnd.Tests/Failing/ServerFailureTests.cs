using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Failing;

/// <summary>A MySQL that cannot be had, or that goes away. None of these is a pass, and nothing is left behind.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class ServerFailureTests(InstalledTool tool, MySqlContainer shared)
{
    [Fact]
    public async Task Docker_down_says_what_was_tried_and_how_to_get_a_server()
    {
        using var sandbox = await tool.Prepared.MiniWithPairAsync();
        sandbox.Environment["DOCKER_HOST"] = "unix:///nonexistent/docker.sock";

        var result = await sandbox.RunAsync("verify", "--mysql", "docker", "--no-build", "--format", "json");

        AssertNotVerified(result, "docker");
    }

    [Theory]
    [InlineData("http_proxy")]
    [InlineData("HTTP_PROXY")]
    public async Task An_engine_that_is_reached_without_a_proxy_is_not_asked_through_one(string variable)
    {
        using var docker = new TcpDocker();
        using var sandbox = await tool.Prepared.MiniWithPairAsync();
        sandbox.Environment["DOCKER_HOST"] = docker.Host;
        sandbox.Environment[variable] = "http://127.0.0.1:1";

        var result = await sandbox.RunAsync("doctor", "--format", "json");

        Assert.Contains(result.Json.GetProperty("checks").EnumerateArray(), check => check.GetProperty("name").GetString() == "Docker" && check.GetProperty("status").GetString() == "ok");
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task An_image_that_cannot_be_had_is_named()
    {
        using var sandbox = await tool.Prepared.MiniWithPairAsync();

        var result = await sandbox.RunAsync(
            "verify", "--mysql", "docker", "--mysql-image", "migrateboth.invalid/nothing:1", "--no-build", "--format", "json");

        AssertNotVerified(result, "migrateboth.invalid/nothing:1");
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_container_that_never_becomes_ready_is_given_up_and_removed()
    {
        const string Image = "migrateboth-e2e/never-ready:1";
        var donor = await DockerCommand.RunAsync("create", DockerCommand.Image);
        await DockerCommand.RunAsync("commit", "--change", """ENTRYPOINT ["/bin/sh", "-c", "echo waiting for nothing; sleep 600"]""", donor, Image);
        await DockerCommand.RunAsync("rm", donor);
        try
        {
            using var sandbox = await tool.Prepared.MiniWithPairAsync();
            sandbox.Environment["MIGRATEBOTH_MYSQL_START_TIMEOUT"] = "3s";

            var result = await sandbox.RunAsync("verify", "--mysql", "docker", "--mysql-image", Image, "--no-build", "--format", "json");

            AssertNotVerified(result, "waiting for nothing");
            Assert.Empty(await DockerCommand.ScratchContainersAsync(Image));
        }
        finally
        {
            await DockerCommand.RunAsync("rmi", "--force", Image);
        }
    }

    [Fact]
    public async Task A_wrong_password_is_reported_without_repeating_it()
    {
        using var sandbox = await tool.Prepared.MiniWithPairAsync();

        var result = await sandbox.RunAsync("verify", "--mysql", shared.Connection(Failures.Secret + "-wrong"), "--no-build", "--format", "json");

        AssertNotVerified(result, "access denied");
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_connection_string_that_is_none_is_a_configuration_error()
    {
        using var sandbox = await tool.Prepared.MiniWithPairAsync();

        var result = await sandbox.RunAsync("apply", "--mysql", $"Servre=127.0.0.1;Password={Failures.Secret}", "--no-build", "--format", "json");

        result.AssertFails(78, "connection-invalid");
    }

    [Fact]
    public async Task A_server_that_goes_away_in_the_middle_is_no_pass()
    {
        await using var server = await OwnServer.StartAsync();
        using var sandbox = await tool.Prepared.SlowMiniAsync();

        var running = sandbox.RunAsync("verify", "--mysql", server.ConnectionString, "--no-build", "--format", "json");
        await Eventually.HoldsAsync(() => server.IsRunningAsync("SLEEP(97)"), "the slow migration runs");
        await server.KillAsync();
        var result = await running;

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Equal("incomplete", result.Json.GetProperty("outcome").GetString());
        result.AssertCivil();
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task An_interrupted_apply_stops_the_server_side_too_and_says_where_it_stood()
    {
        await using var server = await OwnServer.StartAsync();
        using var sandbox = await tool.Prepared.SlowMiniAsync();
        using var interrupt = new CancellationTokenSource();

        var running = sandbox.RunAsync(
            tool.Executable, ["apply", "--mysql", server.Connection(Failures.Secret, "mini"), "--no-build", "--format", "json"], interrupt.Token);
        await Eventually.HoldsAsync(() => server.IsRunningAsync("SLEEP(97)"), "the slow migration runs");
        await interrupt.CancelAsync();
        var result = await running;

        Assert.True(result.ExitCode == 130, result.ToString());
        result.AssertCivil();
        await Eventually.HoldsAsync(async () => !await server.IsRunningAsync("SLEEP(97)"), "the statement has ended on the server", seconds: 15);
    }

    [Fact]
    public async Task An_interrupt_while_the_container_starts_leaves_no_container()
    {
        using var sandbox = await tool.Prepared.MiniWithPairAsync();
        await using var image = await DockerCommand.NameImageAsync("interrupted");
        using var interrupt = new CancellationTokenSource();

        var running = sandbox.RunAsync(tool.Executable, ["verify", "--mysql", "docker", "--mysql-image", image.Name, "--no-build", "--format", "json"], interrupt.Token);
        await Eventually.HoldsAsync(async () => (await DockerCommand.ScratchContainersAsync(image.Name)).Count > 0, "a container exists");
        await interrupt.CancelAsync();
        var result = await running;

        Assert.True(result.ExitCode == 130, result.ToString());
        result.AssertCivil();
        Assert.Empty(await DockerCommand.ScratchContainersAsync(image.Name));
    }

    [Fact]
    public async Task What_a_killed_run_leaves_is_swept_by_the_next()
    {
        await using var server = await OwnServer.StartAsync();
        using var sandbox = await tool.Prepared.SlowMiniAsync();
        using var kill = new CancellationTokenSource();

        var running = sandbox.RunAsync(
            "sh", ["-c", $"echo $$ > killed.pid; exec '{tool.Executable}' verify --mysql '{server.ConnectionString}' --no-build"], CancellationToken.None);
        await Eventually.HoldsAsync(() => server.IsRunningAsync("SLEEP(97)"), "the slow migration runs");
        Sandbox.Signal(int.Parse(await File.ReadAllTextAsync(sandbox.PathOf("killed.pid")), System.Globalization.CultureInfo.InvariantCulture), "KILL");
        await running;
        Assert.NotEqual(0L, await ScratchDatabasesAsync(server));

        await File.WriteAllTextAsync(PreparedApplications.MySqlMigration(sandbox), (await File.ReadAllTextAsync(PreparedApplications.MySqlMigration(sandbox))).Replace("SLEEP(97)", "SLEEP(0)", StringComparison.Ordinal));
        await Eventually.HoldsAsync(async () => !await server.IsRunningAsync("SLEEP(97)") || await KillSleepersAsync(server), "the killed run's statement is gone");
        var result = await sandbox.RunAsync("verify", "--skip", "behaviour", "--mysql", server.ConnectionString, "--format", "json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(0L, await ScratchDatabasesAsync(server));
    }

    private static async Task<object?> ScratchDatabasesAsync(OwnServer server) =>
        await server.ScalarAsync("SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name LIKE 'migrateboth\\_%'");

    private static async Task<bool> KillSleepersAsync(OwnServer server)
    {
        var id = await server.ScalarAsync("SELECT id FROM information_schema.processlist WHERE info LIKE '%SLEEP(97)%' AND id <> CONNECTION_ID() LIMIT 1");
        if (id is not null)
        {
            await server.ScalarAsync($"KILL {id}");
        }

        return false;
    }

    private static void AssertNotVerified(ToolResult result, string named)
    {
        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.NotEqual("passed", result.Json.TryGetProperty("outcome", out var outcome) ? outcome.GetString() : null);
        Assert.Contains(named, result.Output, StringComparison.OrdinalIgnoreCase);
        result.AssertCivil();
    }
}
