using System.Diagnostics;

using MySqlConnector;

namespace MigrateBoth.Tests.Shared;

/// <summary>A MySQL container for the tests of one assembly: started once, removed at the end.</summary>
public abstract class MySqlContainer : IAsyncLifetime
{
    private const string Password = "migrate-both";

    private string? _container;
    private string? _connectionString;

    /// <summary>The image, or null when Docker or the image is not there.</summary>
    public static string? Image { get; } = FindImage();

    /// <summary>How the server is reached as root.</summary>
    public string ConnectionString => _connectionString ?? throw new InvalidOperationException("The container has not been started.");

    /// <summary>An open connection of root.</summary>
    public async Task<MySqlConnection> OpenAsync()
    {
        var connection = new MySqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Executes statements as root.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ends the server without a warning.</summary>
    public void Kill()
    {
        Docker("kill", _container!);
        _container = null;
    }

    public async Task InitializeAsync()
    {
        if (Image is null)
        {
            return;
        }

        _container = Docker(
            "run", "--detach", "--rm", "--tmpfs", "/var/lib/mysql", "--env", $"MYSQL_ROOT_PASSWORD={Password}", "--publish", "127.0.0.1::3306", Image);
        var port = Docker("port", _container, "3306").Split('\n')[0].Split(':')[^1];
        _connectionString = $"Server=127.0.0.1;Port={port};User ID=root;Password={Password};Pooling=False";
        var clock = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), "The MySQL container does not become ready.");
            await Task.Delay(100);
        }
    }

    public Task DisposeAsync()
    {
        if (_container is not null)
        {
            Docker("rm", "--force", "--volumes", _container);
        }

        return Task.CompletedTask;
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            await using var connection = await OpenAsync();
            return true;
        }
        catch (MySqlException)
        {
            return false;
        }
    }

    private static string? FindImage()
    {
        var image = Environment.GetEnvironmentVariable("MIGRATEBOTH_MYSQL_IMAGE") is { Length: > 0 } configured ? configured : "migrateboth/mysql:9.7";
        try
        {
            Docker("image", "inspect", "--format", "{{.Id}}", image);
            return image;
        }
        catch (Exception) when (Environment.GetEnvironmentVariable("MIGRATEBOTH_REQUIRE_MYSQL") is null)
        {
            // A developer's machine without Docker: the tests say that they were skipped.
            return null;
        }
    }

    private static string Docker(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("docker", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result.Trim()
            : throw new InvalidOperationException($"docker {string.Join(' ', arguments)}: {error}");
    }
}
