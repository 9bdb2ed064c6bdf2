using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.DesignHost;

namespace MigrateBoth.DesignHost.Tests;

public sealed class ContextTests
{
    [Theory]
    [InlineData("Factory", "IDesignTimeDbContextFactory LibraryContextFactory")]
    [InlineData("Hosted", "application host")]
    [InlineData("TwoContexts", "application host")]
    [InlineData("Options", "constructor taking DbContextOptions")]
    public async Task Each_way_gives_a_context_for_both_engines(string fixture, string way)
    {
        await using var host = await new FixtureApplication(fixture).StartAsync();

        var sqlite = await host.DescribeAsync(Engine.Sqlite, CancellationToken.None);
        var mySql = await host.DescribeAsync(Engine.MySql, CancellationToken.None);

        Assert.Equal([(way, "Microsoft.EntityFrameworkCore.Sqlite"), (way, "Pomelo.EntityFrameworkCore.MySql")],
            new[] { sqlite, mySql }.Select(model => (model.ObtainedBy, model.ProviderName)));
    }

    [Fact]
    public async Task Two_contexts_are_told_apart_by_their_provider()
    {
        await using var host = await Fixture.TwoContexts.StartAsync();

        Assert.Equal("TwoContexts.SqliteShopContext", (await host.DescribeAsync(Engine.Sqlite, CancellationToken.None)).ContextType);
        Assert.Equal("TwoContexts.MySqlShopContext", (await host.DescribeAsync(Engine.MySql, CancellationToken.None)).ContextType);
    }

    [Fact]
    public async Task A_configured_context_wins()
    {
        var configuration = Fixture.TwoContexts.Configuration with { Sqlite = new EngineSettings { Context = "MySqlShopContext" } };
        await using var host = await Fixture.TwoContexts.StartAsync(configuration);

        var error = await HostAssert.FailsAsync(
            "context-not-found", ExitCode.Configuration, () => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));

        Assert.Contains("it configures the provider Pomelo.EntityFrameworkCore.MySql", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_and_arguments_reach_the_application_s_own_switch()
    {
        EngineSettings Settings(string value) => new()
        {
            Arguments = ["--switch", "My_Own_Switch"],
            Environment = new Dictionary<string, string> { ["My_Own_Switch"] = value },
        };
        var configuration = Fixture.Hosted.Configuration with { Sqlite = Settings("sqlite"), MySql = Settings("mysql") };
        await using var host = await Fixture.Hosted.StartAsync(configuration);

        Assert.Equal("Pomelo.EntityFrameworkCore.MySql", (await host.DescribeAsync(Engine.MySql, CancellationToken.None)).ProviderName);
        Assert.Equal("Microsoft.EntityFrameworkCore.Sqlite", (await host.DescribeAsync(Engine.Sqlite, CancellationToken.None)).ProviderName);
    }

    [Fact]
    public async Task What_the_application_says_when_its_host_fails_is_among_what_was_tried()
    {
        await using var host = await Fixture.Hosted.StartAsync(options: null, arguments: ["--switch", "Unset_Switch"]);

        var error = await HostAssert.FailsAsync(
            "context-not-found", ExitCode.Configuration, () => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));

        Assert.Contains("Set Unset_Switch.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Main_that_never_ends_is_not_waited_for_without_limit()
    {
        var fixture = new FixtureApplication("Endless");
        await using var host = await fixture.StartAsync(fixture.With("DOTNET_HOST_FACTORY_RESOLVER_DEFAULT_TIMEOUT_IN_SECONDS", "1"));

        Assert.Equal(
            "constructor taking DbContextOptions", (await host.DescribeAsync(Engine.Sqlite, CancellationToken.None)).ObtainedBy);
    }

    [Fact]
    public async Task Several_contexts_are_named_and_one_can_be_chosen()
    {
        var fixture = new FixtureApplication("Ambiguous");
        await using var host = await fixture.StartAsync();
        var error = await HostAssert.FailsAsync(
            "context-ambiguous", ExitCode.Configuration, () => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));
        Assert.Contains("Ambiguous.AuditContext, Ambiguous.OrderContext", error.Message, StringComparison.Ordinal);

        await using var second = await fixture.StartAsync(fixture.Configuration with { Context = "ordercontext" });
        Assert.Equal("Ambiguous.OrderContext", (await second.DescribeAsync(Engine.Sqlite, CancellationToken.None)).ContextType);
    }

    [Fact]
    public async Task A_project_without_a_context_says_so()
    {
        await using var host = await new FixtureApplication("Bare").StartAsync();

        await HostAssert.FailsAsync(
            "context-not-found", ExitCode.Configuration, () => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));
    }

    [Fact]
    public async Task A_context_that_is_not_there_is_named_with_those_that_are()
    {
        await using var host = await Fixture.Options.StartAsync(Fixture.Options.Configuration with { Context = "Wrong" });

        var error = await HostAssert.FailsAsync(
            "context-not-found", ExitCode.Configuration, () => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));

        Assert.Contains("Options.TaskContext", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_provider_comes_with_the_command_that_adds_it()
    {
        await using var host = await Fixture.OldEf.StartAsync();

        var error = await HostAssert.FailsAsync(
            "provider-missing", ExitCode.Configuration, () => host.DescribeAsync(Engine.MySql, CancellationToken.None));

        Assert.EndsWith("package Pomelo.EntityFrameworkCore.MySql --version 8.0.3", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configured_server_version_reaches_the_provider()
    {
        var configuration = Fixture.Options.Configuration with { MySql = new EngineSettings { Version = "10.11-mariadb" } };
        await using var host = await Fixture.Options.StartAsync(configuration);

        Assert.Equal("10.11.0-mariadb", (await host.DescribeAsync(Engine.MySql, CancellationToken.None)).ConfiguredServerVersion);
    }

    [Fact]
    public async Task Both_engines_migrations_in_one_assembly_need_to_be_told_apart()
    {
        await using var host = await new FixtureApplication("Mixed").StartAsync();

        var error = await HostAssert.FailsAsync(
            "migrations-not-told-apart", ExitCode.Configuration, () => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));

        Assert.Contains("UseMigrateBoth()", error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("factory:throw", "context-failed", "The factory is not in the mood.")]
    [InlineData("model:throw", "model-failed", "The model is not in the mood.")]
    public async Task Exceptions_of_the_application_are_clean_errors(string wish, string code, string message)
    {
        await using var host = await Fixture.Factory.StartAsync(Fixture.Factory.Misbehaving(wish));

        var error = await HostAssert.FailsAsync(code, ExitCode.Incomplete, () => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));

        Assert.Contains("InvalidOperationException: " + message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_errors_show_the_application_s_frames_and_no_others()
    {
        await using var host = await Fixture.Factory.StartAsync(
            Fixture.Factory.Misbehaving("model:throw"), new DesignHostOptions { Verbose = true });

        var error = await Assert.ThrowsAsync<MigrateBothException>(() => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));

        Assert.Contains("at Factory.LibraryContext.OnModelCreating", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("at Microsoft.", error.Message, StringComparison.Ordinal);
    }
}
