using System.Data.Common;

using MigrateBoth.Core;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>What each provider needs in a connection string besides what the user gave.</summary>
internal static class ConnectionStrings
{
    private static readonly Dictionary<Engine, (string Key, string Value)[]> Needed = new()
    {
        // A pooled SQLite connection keeps the file open after the scratch database is thought to be gone.
        [Engine.Sqlite] = [("Pooling", "False")],

        // Pomelo's migrations use user variables and count found rows; without these it refuses the connection.
        [Engine.MySql] = [("AllowUserVariables", "True"), ("UseAffectedRows", "False")],
    };

    public static string Complete(Engine engine, string connectionString)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = connectionString };
        foreach (var (key, value) in Needed[engine])
        {
            if (!builder.Keys.Cast<string>().Any(known => Same(known, key)))
            {
                builder[key] = value;
            }
        }

        return builder.ConnectionString;
    }

    private static bool Same(string left, string right) =>
        string.Equals(left.Replace(" ", "", StringComparison.Ordinal), right, StringComparison.OrdinalIgnoreCase);
}
