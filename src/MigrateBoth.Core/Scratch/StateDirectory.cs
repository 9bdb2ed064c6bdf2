namespace MigrateBoth.Core.Scratch;

/// <summary>Where MigrateBoth keeps what has to outlive a process: leases and the warm server. One per user.</summary>
public static class StateDirectory
{
    /// <summary>The environment variable that names another directory.</summary>
    public const string Variable = "MIGRATEBOTH_STATE_DIR";

    private const string ProcessStatus = "/proc/self/status";

    /// <summary>Finds the directory; does not create it.</summary>
    /// <returns>
    /// <c>MIGRATEBOTH_STATE_DIR</c> if set, else <c>migrate-both</c> in <c>XDG_STATE_HOME</c>, else in the user's local application
    /// data, else (an account without a home of its own) in a temporary folder of that account's name.
    /// </returns>
    public static string Locate() => Locate(Environment.GetEnvironmentVariable);

    internal static string Locate(Func<string, string?> environment) => Locate(
        environment, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify));

    internal static string Locate(Func<string, string?> environment, string home)
    {
        if (environment(Variable) is { Length: > 0 } given)
        {
            return Path.GetFullPath(given);
        }

        // The XDG specification says that a relative path there is to be ignored.
        if (environment("XDG_STATE_HOME") is { Length: > 0 } xdg && Path.IsPathRooted(xdg))
        {
            return Path.Combine(xdg, "migrate-both");
        }

        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return local.Length > 0 ? Locate(home, Path.Combine(local, "migrate-both")) : Locate(home: string.Empty, string.Empty);
    }

    internal static string Locate(string home, string state) => !IsNone(home) && CanBeMade(home) && CanBeWritten(state)
        ? state
        : Path.Combine(Path.GetTempPath(), $"migrate-both-{AccountName()}");

    /// <summary>A container that runs as a number without an account has "/" for its home, where it may not write.</summary>
    private static bool IsNone(string home) => home.Length == 0 || home == Path.GetPathRoot(home);

    /// <summary>Service accounts often have a home that does not exist, such as <c>/nonexistent</c>, and no right to create it.</summary>
    private static bool CanBeMade(string home)
    {
        try
        {
            Directory.CreateDirectory(home);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A container often runs as an account whose home belongs to another one. The rights say less than an attempt.</summary>
    private static bool CanBeWritten(string directory)
    {
        var existing = directory;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { Length: > 0 } parent)
        {
            existing = parent;
        }

        var attempt = Path.Combine(existing, $".migrate-both-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(attempt);
            Directory.Delete(attempt);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Such an account has no name either, and must not be given the folder of another one.
    private static string AccountName() => Environment.UserName is { Length: > 0 } name
        ? name
        : File.Exists(ProcessStatus) && File.ReadLines(ProcessStatus).FirstOrDefault(line => line.StartsWith("Uid:", StringComparison.Ordinal)) is { } user
            ? user.Split('\t')[1]
            : "unknown";
}
