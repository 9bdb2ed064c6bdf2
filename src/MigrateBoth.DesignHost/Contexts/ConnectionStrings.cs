using System.Data.Common;

using MigrateBoth.Core;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>A connection string as the driver of a context's provider reads it, with what the provider needs besides what the user gave.</summary>
internal static class ConnectionStrings
{
    // A pooled SQLite connection keeps the file open after the scratch database is thought to be gone.
    private static readonly (string Key, string Value)[] Sqlite = [("Pooling", "False")];

    public static string Complete(RentedContext context, string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var needed = context.Engine == Engine.Sqlite ? Sqlite : context.MySqlProvider!.RequiredOptions;
        foreach (var (key, value) in needed)
        {
            if (!given.Keys.Cast<string>().Any(known => Same(known, key)))
            {
                given[key] = value;
            }
        }

        return DbProviderFactories.GetFactory(context.Context.Database.GetDbConnection())?.CreateConnectionStringBuilder() is { } driver
            ? DriverConnectionString.For(driver, given.ConnectionString)
            : given.ConnectionString;
    }

    private static bool Same(string left, string right) =>
        string.Equals(left.Replace(" ", "", StringComparison.Ordinal), right, StringComparison.OrdinalIgnoreCase);
}
