using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.MySql.Servers.Local;

/// <summary>Makes the system tables that a server needs before it can start.</summary>
internal static class DataDirectory
{
    private static readonly string[] MariaDbScripts = ["system_tables.sql", "system_tables_data.sql"];

    private static readonly string[] ShareDirectories = ["share/mysql", "share/mariadb", "share"];

    /// <summary>What every start of a server of ours has to be told; <c>--no-defaults</c> must come first.</summary>
    public static IReadOnlyList<string> CommonOptions(string dataDirectory) =>
    [
        "--no-defaults",
        $"--datadir={dataDirectory}",
        "--loose-secure-file-priv=",
        "--loose-innodb-flush-method=nosync",
        "--loose-innodb-redo-log-capacity=16M",
        .. ServerOptions.WithoutDurability,

        // Both servers refuse to run as root unless they are told to.
        .. Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--user=root"] : Array.Empty<string>(),
    ];

    /// <summary>Fills the folder.</summary>
    public static async Task InitializeAsync(ServerExecutable executable, string dataDirectory, ILease lease, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataDirectory);
        (IReadOnlyList<string> Options, string Input) way = executable.IsMariaDb
            ? ([.. MessagesOf(executable), "--bootstrap"], BootstrapScript(executable))
            : (["--initialize-insecure"], "");
        var (exitCode, output) = await ShortProcess
            .RunAsync(executable.Path, [.. CommonOptions(dataDirectory), .. way.Options], way.Input, lease, cancellationToken)
            .ConfigureAwait(false);
        if (exitCode != 0)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "mysqld-not-initialized",
                $"'{executable.Path}' could not make its system tables in '{dataDirectory}' (exit code {exitCode}):{ShortProcess.LastLines(output)}",
                "A mysqld confined by AppArmor or SELinux may write to its own folders only: use a container, or another build of the server.");
        }
    }

    /// <summary>MariaDB finds its messages only where it was configured to be installed.</summary>
    public static IReadOnlyList<string> MessagesOf(ServerExecutable executable) =>
        executable.IsMariaDb && ShareDirectory(executable) is { } share ? [$"--lc-messages-dir={share}"] : [];

    /// <summary>MariaDB has no <c>--initialize</c>: what its install script does in a second is fed to it here in a third of that.</summary>
    private static string BootstrapScript(ServerExecutable executable)
    {
        var share = ShareDirectory(executable) ?? throw new MigrateBothException(
            ExitCode.Incomplete,
            "mysqld-incomplete",
            $"The SQL files that create MariaDB's system tables are missing where '{executable.Path}' is installed.",
            "Install the complete server package (on Debian mariadb-server-core).");

        // In this mode a statement ends with its line.
        string[] head = ["CREATE DATABASE mysql;", "USE mysql;", "SET @auth_root_socket=NULL;", "SET @skip_auth_anonymous=1;"];
        return string.Join('\n', [.. head, .. MariaDbScripts.Select(name => File.ReadAllText(ScriptPath(share, name)!))]);
    }

    private static string? ShareDirectory(ServerExecutable executable)
    {
        var target = new FileInfo(executable.Path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? executable.Path;
        var root = Path.GetDirectoryName(Path.GetDirectoryName(target)) ?? "/";
        string[] roots = [root, "/usr", "/usr/local", "/opt/homebrew"];
        return roots
            .SelectMany(_ => ShareDirectories, Path.Combine)
            .FirstOrDefault(directory => MariaDbScripts.All(name => ScriptPath(directory, name) is not null));
    }

    private static string? ScriptPath(string share, string name) =>
        new[] { $"mariadb_{name}", $"mysql_{name}" }.Select(file => Path.Combine(share, file)).FirstOrDefault(File.Exists);
}

/// <summary>A file system in memory, where the machine has one that is large enough.</summary>
internal static class MemoryFolder
{
    private const string SharedMemory = "/dev/shm";

    /// <summary>A fresh data directory takes about 100 MB; the rest is for the user's data.</summary>
    private const long Enough = 1L << 30;

    /// <summary>Its path, or null.</summary>
    public static string? Find()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(SharedMemory))
        {
            return null;
        }

        try
        {
            return new DriveInfo(SharedMemory).AvailableFreeSpace >= Enough && CanWrite() ? SharedMemory : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // Mounted in a way that keeps us out: the temporary folder serves as well.
        }
    }

    private static bool CanWrite()
    {
        using (File.Create(Path.Combine(SharedMemory, $"migrateboth-{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose))
        {
            return true;
        }
    }
}
