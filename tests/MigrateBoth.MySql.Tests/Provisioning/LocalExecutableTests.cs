using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Tests.Servers;

namespace MigrateBoth.MySql.Tests.Provisioning;

/// <summary>Executables that are no servers, played by scripts.</summary>
public sealed class LocalExecutableTests : IDisposable
{
    private const string Version = "if [ \"$2\" = --version ]; then echo 'mysqld  Ver 9.9.9 for test'; exit 0; fi\n";
    private const string Initialize = "case \"$*\" in *--initialize-insecure*) exit 0;; esac\n";

    private readonly StateFolder _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task A_path_that_leads_nowhere_is_wrong_configuration()
    {
        var error = await FailAsync("/no/such/mysqld");

        Assert.Equal((ExitCode.Configuration, "mysqld-not-found"), (error.ExitCode, error.Code));
        Assert.Contains("MIGRATEBOTH_MYSQLD", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_run_says_so()
    {
        var file = Path.Combine(_state.Path, "mysqld");
        await File.WriteAllTextAsync(file, "text");

        var error = await FailAsync(file);

        Assert.Equal((ExitCode.Incomplete, "mysqld-unusable"), (error.ExitCode, error.Code));
    }

    [Fact]
    public async Task A_server_that_cannot_make_its_tables_shows_why()
    {
        var error = await FailAsync(Script(Version + "echo 'permission denied by AppArmor' >&2; exit 1"));

        Assert.Equal("mysqld-not-initialized", error.Code);
        Assert.Contains("permission denied by AppArmor", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_ends_at_once_is_reported_with_its_last_output()
    {
        var error = await FailAsync(Script(Version + Initialize + "echo 'no memory left' >&2; exit 7"));

        Assert.Equal((ExitCode.Incomplete, "mysqld-not-ready"), (error.ExitCode, error.Code));
        Assert.Contains("exit code 7", error.Message, StringComparison.Ordinal);
        Assert.Contains("no memory left", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        var error = await FailAsync(Script(Version + Initialize + "exec sleep 600"), TimeSpan.FromSeconds(1));

        Assert.Equal("mysqld-not-ready", error.Code);
        Assert.Contains("within 1 s", error.Message, StringComparison.Ordinal);
    }

    private async Task<MigrateBothException> FailAsync(string executable, TimeSpan? timeout = null)
    {
        var lease = new WatchedLease();
        var request = TestServers.LocalRequest(executable) with { StartTimeout = timeout ?? TimeSpan.FromSeconds(30) };
        var error = await Assert.ThrowsAsync<MigrateBothException>(() => MySqlServers.StartAsync(request, lease, new Progress<string>(), CancellationToken.None));
        Assert.Empty(lease.Held);
        Assert.All(lease.Ever.Where(r => r.Kind == "directory"), r => Assert.False(Directory.Exists(r.Id)));
        return error;
    }

    private string Script(string body)
    {
        var file = Path.Combine(_state.Path, "mysqld");
        File.WriteAllText(file, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }
}
