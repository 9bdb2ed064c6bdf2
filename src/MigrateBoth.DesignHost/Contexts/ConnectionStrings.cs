using System.Data.Common;

using MigrateBoth.Core;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>What each provider needs in a connection string besides what the user gave.</summary>
internal static class ConnectionStrings
{
    // A pooled SQLite connection keeps the file open after the scratch database is thought to be gone.
    private static readonly (string Key, string Value)[] Sqlite = [("Pooling", "False")];

    public static string Complete(RentedContext context, string connectionString)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var needed = context.Engine == Engine.Sqlite ? Sqlite : context.MySqlProvider!.RequiredOptions;
        foreach (var (key, value) in needed)
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
