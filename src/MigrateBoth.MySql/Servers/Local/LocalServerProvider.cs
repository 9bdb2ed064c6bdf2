using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.Scratch;

namespace MigrateBoth.MySql.Servers.Local;

/// <summary>An ephemeral server process, gone with its folder when it is disposed.</summary>
internal sealed class LocalServerProvider(Func<string, string?> environment, TimeSpan startTimeout, ILease lease, IProgress<string> progress) : IMySqlServerProvider
{
    public string Description => "local server process";

    public async Task<MySqlScratchServer> StartAsync(CancellationToken cancellationToken)
    {
        var executable = await ServerExecutable.FindAsync(environment, cancellationToken).ConfigureAwait(false);
        progress.Report($"starting {executable.Path}");
        var (process, target) = await new LocalServerStarter(executable, startTimeout, lease, progress).StartAsync(detached: false, cancellationToken).ConfigureAwait(false);
        try
        {
            return await MySqlScratchServer.ConnectAsync(target, new ServerOrigin("local") { Folder = Path.GetDirectoryName(executable.Path) }, lease: null, process, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await process.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

/// <summary>Starts an ephemeral server from an executable of this machine and waits until it answers.</summary>
internal sealed class LocalServerStarter(ServerExecutable executable, TimeSpan startTimeout, ILease lease, IProgress<string> progress)
{
    private const string Host = "127.0.0.1";

    /// <summary>The port is free when it is chosen, but another process may take it before the server does.</summary>
    private const int Attempts = 3;

    /// <summary>Starts the server. On any exception the process and its folder are removed.</summary>
    public async Task<(LocalServerProcess Process, MySqlTarget Target)> StartAsync(bool detached, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var process = new LocalServerProcess(lease);
        try
        {
            await DataDirectory.InitializeAsync(executable, process.DataDirectory, lease, cancellationToken).ConfigureAwait(false);
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"system tables made after {clock.ElapsedMilliseconds} ms"));

            var password = ServerAccount.NewPassword();
            var initFile = Path.Combine(process.Directory, "init.sql");
            PrivateFiles.Write(initFile, AccountScript(password));
            for (var attempt = 1; ; attempt++)
            {
                var target = ServerAccount.Target(Host, FreePort(), password);
                process.Start(executable.Path, Options(process, target, initFile), detached);
                var reason = await Readiness.WaitAsync(target, startTimeout, _ => Task.FromResult(process.WhyGone()), cancellationToken).ConfigureAwait(false);
                if (reason is null)
                {
                    progress.Report(string.Create(CultureInfo.InvariantCulture, $"local server ready after {clock.ElapsedMilliseconds} ms"));
                    return (process, target);
                }

                var log = process.LastLogLines();
                await process.StopAsync().ConfigureAwait(false);
                if (attempt == Attempts || !log.Contains("already in use", StringComparison.OrdinalIgnoreCase))
                {
                    throw NotReady(reason, log);
                }
            }
        }
        catch
        {
            await process.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Any account of the machine can reach the port: root gets a password before the first connection is accepted.</summary>
    private static string AccountScript(string password) => $"""
        ALTER USER 'root'@'localhost' IDENTIFIED BY '{password}';
        DROP USER IF EXISTS 'root'@'{Host}';
        CREATE USER 'root'@'{Host}' IDENTIFIED BY '{password}';
        GRANT ALL ON *.* TO 'root'@'{Host}' WITH GRANT OPTION;

        """;

    private IReadOnlyList<string> Options(LocalServerProcess process, MySqlTarget target, string initFile) =>
    [
        .. DataDirectory.CommonOptions(process.DataDirectory),
        .. DataDirectory.MessagesOf(executable),
        $"--bind-address={Host}",
        $"--port={target.Port.ToString(CultureInfo.InvariantCulture)}",
        $"--socket={Path.Combine(process.Directory, "s.sock")}",
        $"--pid-file={Path.Combine(process.Directory, "server.pid")}",
        $"--init-file={initFile}",
    ];

    private MigrateBothException NotReady(string reason, string log) => new(
        ExitCode.Incomplete,
        "mysqld-not-ready",
        $"'{executable.Path}' did not start: {reason}. The last lines of its log:{log}",
        "Run it by hand with the same options to see more, or use a container.");
}
