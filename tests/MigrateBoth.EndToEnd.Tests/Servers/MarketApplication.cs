using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Servers;

/// <summary>The small application of the providers' tests, with its first pair and built once for all servers.</summary>
public sealed class MarketApplication : IAsyncLifetime
{
    private readonly InstalledTool _tool = new();
    private Sandbox? _sandbox;

    internal Sandbox Sandbox => _sandbox!;

    public async Task InitializeAsync()
    {
        await _tool.InitializeAsync();
        _sandbox = Sandbox.OfSample(_tool, "providers");
        _sandbox.Environment["MarketEfCore"] = "9.0.23";
        _sandbox.Environment["MarketProvider"] = "Pomelo.EntityFrameworkCore.MySql";
        _sandbox.Environment["MarketProviderVersion"] = "9.0.0";
        // Servers are given; an image that other tests use would be required of them, too.
        _sandbox.Environment["MIGRATEBOTH_MYSQL_IMAGE"] = null;
        var added = await _sandbox.RunAsync("add", "Initial");
        Assert.True(added.ExitCode == 0, added.ToString());
        var built = await _sandbox.RunAsync("dotnet", ["build", "Market.Tests", "--nologo", "-v", "quiet"], CancellationToken.None);
        Assert.True(built.ExitCode == 0, built.ToString());
    }

    public async Task DisposeAsync()
    {
        _sandbox?.Dispose();
        await _tool.DisposeAsync();
    }
}

/// <summary>Tests that use the one application, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class WithMarket : ICollectionFixture<MarketApplication>
{
    public const string Name = "market";
}
