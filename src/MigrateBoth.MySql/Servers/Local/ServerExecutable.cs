using System.Text.RegularExpressions;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.MySql.Servers.Local;

/// <summary>A <c>mysqld</c> or <c>mariadbd</c> of this machine.</summary>
/// <param name="Path">Where it is, as it was found.</param>
/// <param name="IsMariaDb">Whether it is MariaDB's; its own <c>--version</c> says so, for Debian calls that one mysqld too.</param>
internal sealed partial record ServerExecutable(string Path, bool IsMariaDb)
{
    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["mysqld.exe", "mariadbd.exe"] : ["mysqld", "mariadbd"];

    /// <summary>Servers are often installed where only root's PATH leads.</summary>
    private static readonly string[] UsualDirectories = OperatingSystem.IsWindows()
        ? []
        : ["/usr/local/sbin", "/usr/sbin", "/usr/libexec", "/usr/local/mysql/bin", "/opt/homebrew/bin", "/usr/local/bin"];

    /// <summary>The version, as the executable states it.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>Finds one: <c>MIGRATEBOTH_MYSQLD</c>, else the first in PATH and the usual places.</summary>
    /// <exception cref="MigrateBothException">There is none, or it does not run.</exception>
    public static async Task<ServerExecutable> FindAsync(Func<string, string?> environment, CancellationToken cancellationToken)
    {
        var path = Locate(environment);
        var (exitCode, output) = await ShortProcess.RunAsync(path, ["--no-defaults", "--version"], cancellationToken).ConfigureAwait(false);
        return exitCode == 0
            ? new ServerExecutable(path, output.Contains("MariaDB", StringComparison.OrdinalIgnoreCase)) { Version = StatedVersion().Match(output).Groups["version"].Value }
            : throw new MigrateBothException(
                ExitCode.Incomplete,
                "mysqld-unusable",
                $"'{path} --version' ended with exit code {exitCode}: {ShortProcess.LastLines(output)}",
                $"Repair that installation, or set {MySqlServerRequest.ExecutableVariable} to another mysqld or mariadbd.");
    }

    /// <summary>The folder of the executable that would be started, or null where there is none.</summary>
    public static string? FolderIn(Func<string, string?> environment)
    {
        try
        {
            return System.IO.Path.GetDirectoryName(Locate(environment));
        }
        catch (MigrateBothException)
        {
            return null;
        }
    }

    private static string Locate(Func<string, string?> environment)
    {
        if (MySqlServerRequest.FirstGiven(environment(MySqlServerRequest.ExecutableVariable)) is { } given)
        {
            return File.Exists(given)
                ? System.IO.Path.GetFullPath(given)
                : throw new MigrateBothException(
                    ExitCode.Configuration,
                    "mysqld-not-found",
                    $"{MySqlServerRequest.ExecutableVariable} names '{given}', where there is no file.",
                    "Set it to the path of a mysqld or mariadbd, or unset it.");
        }

        var path = (environment("PATH") ?? string.Empty).Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return path.Concat(UsualDirectories)
            .SelectMany(directory => Names, System.IO.Path.Combine)
            .FirstOrDefault(File.Exists) ?? throw new MigrateBothException(
                ExitCode.Incomplete,
                "mysqld-not-found",
                "There is no mysqld or mariadbd in PATH or in the usual places.",
                $"Install MySQL or MariaDB, or set {MySqlServerRequest.ExecutableVariable} to the path of its server.");
    }

    [GeneratedRegex(@"\bVer (?<version>\S+)")]
    private static partial Regex StatedVersion();
}
