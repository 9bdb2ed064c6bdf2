using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>On a copy whose last build is remembered, as after a command.</summary>
public sealed class EarlyStartTests(EarlyStartTests.BuiltCopy copy) : IClassFixture<EarlyStartTests.BuiltCopy>
{
    private static readonly BuildSettings Settings = new(NoBuild: false, FixtureApplication.BuildConfiguration, Framework: null);

    [Fact]
    public async Task The_host_that_waited_during_the_build_answers_after_it()
    {
        await using var start = Begin();
        var early = Assert.IsType<EarlyHostStart>(start);

        await using var host = await CompleteAsync(start);

        Assert.Equal(early.ProcessId, ((DesignHostClient)host).ProcessId);
        Assert.Equal("Factory.LibraryContext", (await host.DescribeAsync(Engine.MySql, CancellationToken.None)).ContextType);
    }

    [Fact]
    public async Task A_build_that_changes_the_dependencies_gets_a_host_of_its_own()
    {
        var dependencies = Path.ChangeExtension(copy.Application.Output.AssemblyPath, ".deps.json");
        var text = await File.ReadAllTextAsync(dependencies);
        await using var start = Begin();
        using var waiting = Process.GetProcessById(Assert.IsType<EarlyHostStart>(start).ProcessId);
        try
        {
            await File.WriteAllTextAsync(dependencies, text + "\n");

            await using var host = await CompleteAsync(start);

            Assert.NotEqual(waiting.Id, ((DesignHostClient)host).ProcessId);
            await waiting.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        }
        finally
        {
            await File.WriteAllTextAsync(dependencies, text);
        }
    }

    [Fact]
    public async Task A_host_that_died_while_it_waited_is_replaced()
    {
        await using var start = Begin();
        using (var waiting = Process.GetProcessById(Assert.IsType<EarlyHostStart>(start).ProcessId))
        {
            waiting.Kill();
            await waiting.WaitForExitAsync();
        }

        await using var host = await CompleteAsync(start);

        Assert.Equal("Factory.LibraryContext", (await host.DescribeAsync(Engine.Sqlite, CancellationToken.None)).ContextType);
    }

    [Fact]
    public async Task A_build_that_fails_leaves_no_host_behind()
    {
        var start = Begin();
        using var waiting = Process.GetProcessById(Assert.IsType<EarlyHostStart>(start).ProcessId);

        await start.DisposeAsync();

        await waiting.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Other_settings_than_the_last_build_s_have_no_head_start()
    {
        await using var start = new DesignHostLauncher().Begin(copy.Application.Configuration, Settings with { Configuration = "Other" });

        Assert.IsType<LateHostStart>(start);
    }

    private IHostStart Begin() => new DesignHostLauncher().Begin(copy.Application.Configuration, Settings);

    private Task<IDesignHost> CompleteAsync(IHostStart start) => start.CompleteAsync(copy.Application.Built, [], CancellationToken.None);

    public sealed class BuiltCopy : IAsyncLifetime
    {
        private readonly ApplicationCopy _copy = ApplicationCopy.Of(Fixture.Factory);

        internal FixtureApplication Application => _copy.Application;

        public async Task InitializeAsync()
        {
            await _copy.BuildAsync();
            var project = Application.Output.ProjectFile;
            new RestoreStamp(project, Settings).Write();
            new LastOutput(project, Settings).Write(Application.Output);
        }

        public Task DisposeAsync()
        {
            _copy.Dispose();
            return Task.CompletedTask;
        }
    }
}
