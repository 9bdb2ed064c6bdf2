using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Failing;

/// <summary>An application that misbehaves while its model is made.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class ApplicationFailureTests(InstalledTool tool)
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task A_context_that_throws_is_quoted_and_is_not_our_fault()
    {
        using var sandbox = await tool.Prepared.MiniAsync();
        sandbox.Environment["SABOTAGE"] = "throw";

        var result = await sandbox.RunAsync("status", "--no-build", "--format", "json");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("The warehouse is closed.", result.Json.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        result.AssertCivil();
    }

    [Fact]
    public async Task A_host_that_is_killed_is_reported_with_its_last_output()
    {
        using var sandbox = await tool.Prepared.MiniAsync();
        sandbox.Environment["SABOTAGE"] = "kill";

        var result = await sandbox.RunAsync("status", "--no-build", "--format", "json");

        result.AssertFails(2, "host-died", "last words of the application");
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_host_that_hangs_is_ended_in_time()
    {
        using var sandbox = await tool.Prepared.MiniAsync();
        sandbox.Environment["SABOTAGE"] = "hang";

        var result = await sandbox.RunAsync("status", "--no-build", "--timeout", "5s", "--format", "json");

        Assert.Equal(2, result.ExitCode);
        Assert.True(result.Json.TryGetProperty("error", out _), result.ToString());
        result.AssertCivil();
        Assert.True(result.Elapsed < TimeSpan.FromSeconds(40), result.ToString());
    }

    [Fact]
    public async Task Output_of_the_application_is_not_part_of_the_tools_stdout()
    {
        using var sandbox = await tool.Prepared.MiniAsync();

        var result = await sandbox.RunAsync("status", "--no-build", "--format", "json");

        Assert.DoesNotContain("is not for anybody's pipe", result.Output, StringComparison.Ordinal);
        Assert.Equal("status", result.Json.GetProperty("command").GetString());
    }
}
