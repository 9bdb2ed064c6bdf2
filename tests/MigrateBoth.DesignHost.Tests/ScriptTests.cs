using MigrateBoth.Core;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.DesignHost.Tests;

public sealed class ScriptTests
{
    [Fact]
    public async Task A_script_covers_the_range()
    {
        await using var host = await Fixture.Options.StartAsync();

        var sql = await host.ScriptAsync(Engine.Sqlite, "Init", "20260102000000_AddDueAndPriority", idempotent: false, CancellationToken.None);

        Assert.DoesNotContain("CREATE TABLE \"Jobs\"", sql, StringComparison.Ordinal);
        Assert.Contains("ADD \"Due\" TEXT NULL", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("LimitTitle", sql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Idempotence_is_MySQL_s_only()
    {
        await using var host = await Fixture.Options.StartAsync();

        Assert.Contains(
            "DELIMITER //", await host.ScriptAsync(Engine.MySql, null, null, idempotent: true, CancellationToken.None), StringComparison.Ordinal);
        await HostAssert.FailsAsync(
            "idempotent-unsupported",
            ExitCode.Incomplete,
            () => host.ScriptAsync(Engine.Sqlite, null, null, idempotent: true, CancellationToken.None));
    }
}
