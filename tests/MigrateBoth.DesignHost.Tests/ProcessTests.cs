using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.DesignHost;

namespace MigrateBoth.DesignHost.Tests;

public sealed class ProcessTests
{
    [Fact]
    public async Task The_application_s_console_output_does_not_disturb_the_conversation()
    {
        await using var host = await Fixture.Factory.StartAsync(Fixture.Factory.Misbehaving("factory:noise,model:noise"));

        Assert.Equal("Factory.LibraryContext", (await host.DescribeAsync(Engine.Sqlite, CancellationToken.None)).ContextType);
        Assert.Equal("Factory.LibraryContext", (await host.DescribeAsync(Engine.MySql, CancellationToken.None)).ContextType);
    }

    [Fact]
    public async Task An_application_that_ends_the_process_is_reported_with_its_last_output()
    {
        await using var host = await Fixture.Factory.StartAsync(Fixture.Factory.Misbehaving("model:exit"));

        var error = await HostAssert.FailsAsync("host-died", ExitCode.Incomplete, () => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));

        Assert.Contains("with exit code 42 while making the SQLite context", error.Message, StringComparison.Ordinal);
        Assert.Contains("The model gives up.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_host_is_reported_with_what_it_did()
    {
        await using var host = await Fixture.Factory.StartAsync(Fixture.Factory.Misbehaving("model:hang"));
        var started = new TaskCompletionSource();
        host.Progress += _ => started.TrySetResult();
        var describing = host.DescribeAsync(Engine.MySql, CancellationToken.None);
        await started.Task;

        using (var process = ProcessOf(host))
        {
            process.Kill();
        }

        var error = await HostAssert.FailsAsync("host-died", ExitCode.Incomplete, () => describing);
        Assert.Contains("while making the MySQL context", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hanging_application_is_ended_and_reported_with_its_last_lines()
    {
        await using var host = await Fixture.Factory.StartAsync(
            Fixture.Factory.Misbehaving("model:hang"), new DesignHostOptions { SilenceTimeout = TimeSpan.FromSeconds(12) });
        using var process = ProcessOf(host);

        var error = await HostAssert.FailsAsync("host-timeout", ExitCode.Incomplete, () => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));

        Assert.Contains("The model waits for something that never comes.", error.Message, StringComparison.Ordinal);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_request_after_the_host_s_death_fails_the_same_way()
    {
        await using var host = await Fixture.Factory.StartAsync();
        using (var process = ProcessOf(host))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await HostAssert.FailsAsync("host-died", ExitCode.Incomplete, () => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));
    }

    [UnixFact]
    public async Task A_Ctrl_C_on_the_terminal_leaves_the_decision_to_the_tool()
    {
        await using var host = await Fixture.Factory.StartAsync();
        using (var kill = Process.Start("kill", ["-INT", ((DesignHostClient)host).ProcessId.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        Assert.Equal("Factory.LibraryContext", (await host.DescribeAsync(Engine.Sqlite, CancellationToken.None)).ContextType);
    }

    [Fact]
    public async Task A_host_of_another_version_is_refused()
    {
        var hosts = Path.Combine(FixtureApplication.Root, "ForeignHost", "bin", FixtureApplication.BuildConfiguration, "hosts");

        var error = await HostAssert.FailsAsync(
            "host-version", ExitCode.Incomplete, () => Fixture.Factory.StartAsync(options: new DesignHostOptions { HostsDirectory = hosts }));

        Assert.Contains("speaks protocol 99, this tool 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_refuses_a_tool_of_another_version()
    {
        using var pipe = HostPipe.Create();
        await using var process = HostProcess.Start(
            HostCommandLine.Create(
                Fixture.Factory.Output, Path.Combine(new DesignHostOptions().HostsDirectory, "ef9", "MigrateBoth.DesignHost.dll"), pipe.Name),
            Fixture.Factory.Directory);
        await using var stream = await pipe.AcceptAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
        await using var writer = new StreamWriter(stream);
        await writer.WriteLineAsync("""{"type":"hello","protocol":99}""");
        await writer.FlushAsync();

        await process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(3, process.ExitCode);
        Assert.Contains("The design host speaks protocol 1, the tool 99.", process.LastLines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("model:hang")]
    public async Task The_host_ends_when_the_pipe_closes_whatever_the_application_does(string wish)
    {
        var host = await Fixture.Factory.StartAsync(Fixture.Factory.Misbehaving(wish));
        using var process = ProcessOf(host);
        var started = new TaskCompletionSource();
        host.Progress += _ => started.TrySetResult();
        var describing = host.DescribeAsync(Engine.Sqlite, CancellationToken.None);
        await started.Task;

        await host.DisposeAsync();

        Assert.True(process.HasExited);
        await Record.ExceptionAsync(() => describing);
    }

    [Fact]
    public async Task A_host_whose_tool_was_killed_does_not_stay_behind()
    {
        using var pipe = HostPipe.Create();
        await using var process = HostProcess.Start(
            HostCommandLine.Create(
                Fixture.Factory.Output, Path.Combine(new DesignHostOptions().HostsDirectory, "ef9", "MigrateBoth.DesignHost.dll"), pipe.Name),
            Fixture.Factory.Directory);
        var stream = (NamedPipeServerStream)await pipe.AcceptAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(File.Exists(pipe.Name));

        stream.Disconnect();

        await process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Cancelling_a_request_that_does_not_answer_ends_the_host()
    {
        await using var host = await Fixture.Factory.StartAsync(
            Fixture.Factory.Misbehaving("model:hang"), new DesignHostOptions { CancellationGrace = TimeSpan.FromMilliseconds(200) });
        using var process = ProcessOf(host);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.DescribeAsync(Engine.Sqlite, cancellation.Token));

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static Process ProcessOf(IDesignHost host) => Process.GetProcessById(((DesignHostClient)host).ProcessId);
}
