using Microsoft.Data.Sqlite;

namespace MigrateBoth.EntityFrameworkCore;

/// <summary>Turns <c>sqlite:</c> URLs into connection strings.</summary>
internal static class SqliteUrl
{
    private const string InMemory = ":memory:";

    public static string ToConnectionString(DatabaseUrl url)
    {
        var builder = new SqliteConnectionStringBuilder { DataSource = DataSource(url) };
        foreach (var (name, value) in url.Options)
        {
            UrlOption.Set(builder, name, value);
        }

        return builder.ConnectionString;
    }

    private static string DataSource(DatabaseUrl url)
    {
        if (url.Authority == InMemory && url.Path is "" or "/")
        {
            return InMemory;
        }

        if (url.Authority.Length > 0)
        {
            throw new DatabaseConfigurationException(
                $"{DatabaseSettingNames.Url}: a sqlite URL has no host. Write sqlite:///file.db for a file relative to the working directory, "
                + "sqlite:////path/file.db for an absolute path, sqlite://:memory: for a database in memory.");
        }

        // The first slash only ends the (empty) host: three slashes are a relative path, four an absolute one.
        var file = Uri.UnescapeDataString(url.Path.Length > 0 ? url.Path[1..] : "");
        return file.Length > 0
            ? file
            : throw new DatabaseConfigurationException(
                $"{DatabaseSettingNames.Url}: the sqlite URL names no file. Write sqlite:///file.db, sqlite:////path/file.db or sqlite://:memory:.");
    }
}
