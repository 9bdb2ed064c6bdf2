namespace MigrateBoth.Core.Scratch;

/// <summary>Where MigrateBoth keeps what has to outlive a process: leases and the warm server. One per user.</summary>
public static class StateDirectory
{
    /// <summary>The environment variable that names another directory.</summary>
    public const string Variable = "MIGRATEBOTH_STATE_DIR";

    /// <summary>Finds the directory; does not create it.</summary>
    /// <returns>
    /// <c>MIGRATEBOTH_STATE_DIR</c> if set, else <c>migrate-both</c> in <c>XDG_STATE_HOME</c>, else in the user's local application
    /// data, else (an account without a home) in a temporary folder of that account's name.
    /// </returns>
    public static string Locate() => Locate(Environment.GetEnvironmentVariable);

    internal static string Locate(Func<string, string?> environment)
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
        return local.Length > 0
            ? Path.Combine(local, "migrate-both")
            : Path.Combine(Path.GetTempPath(), $"migrate-both-{Environment.UserName}");
    }
}
