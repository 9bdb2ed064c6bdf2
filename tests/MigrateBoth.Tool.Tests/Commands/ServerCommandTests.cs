using MigrateBoth.Tool.Tests.CommandLine;

namespace MigrateBoth.Tool.Tests.Commands;

public sealed class ServerCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-server-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("missing-argument", "server needs ACTION")]
    [InlineData("invalid-value", "Did you mean 'down'?", "dwon")]
    public async Task A_wrong_action_is_wrong_usage(string code, string message, params string[] action)
    {
        var run = await ToolRun.With(null, _folder.FullName, null, null, ["server", .. action, "--format", "json"]);

        Assert.Equal(64, run.ExitCode);
        Assert.Equal(code, run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains(message, run.Json.GetProperty("error").GetProperty("message").GetString()!.Replace("'server'", "server", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_given_server_cannot_be_kept_warm()
    {
        var run = await ToolRun.With(null, _folder.FullName, null, null, "server", "up", "--mysql", "Server=127.0.0.1;Password=s3cret", "--format", "json");

        Assert.Equal(64, run.ExitCode);
        Assert.Equal("warm-server-given", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.DoesNotContain("s3cret", run.Out + run.Error, StringComparison.Ordinal);
    }
}
