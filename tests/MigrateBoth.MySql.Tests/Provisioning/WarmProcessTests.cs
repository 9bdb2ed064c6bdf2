using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Servers.Warm;
using MigrateBoth.MySql.Tests.Servers;

namespace MigrateBoth.MySql.Tests.Provisioning;

[Collection(OnThisMachine.Name)]
public sealed class WarmProcessTests
{
    [Fact]
    public async Task A_process_is_kept_warm_where_there_is_no_container()
    {
        using var state = new StateFolder();
        var request = TestServers.LocalRequest(TestServers.Mariadbd) with { StateDirectory = state.Path };
        var warm = new WarmServer(request);

        var up = await warm.UpAsync(new Progress<string>(), CancellationToken.None);

        Assert.Equal(("local", ServerFlavor.MariaDb), (up.Source, up.Identity.Vendor));
        Assert.Empty(state.Written);
        var process = ProcessStamp.Of(int.Parse(up.Id.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))!;
        await using (var server = await MySqlServers.StartAsync(request with { Server = "auto" }, new WatchedLease(), new Progress<string>(), CancellationToken.None))
        {
            Assert.Equal("local", server.Source);
        }

        Assert.True(process.IsAlive);
        Assert.True(await warm.DownAsync(CancellationToken.None));
        Assert.False(process.IsAlive);
        Assert.Null(await warm.StatusAsync(CancellationToken.None));
    }
}
