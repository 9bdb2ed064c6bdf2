using MigrateBoth.Core.Errors;
using Microsoft.Data.Sqlite;

namespace MigrateBoth.Sqlite.Connections;

/// <summary>What a SQLite connection string leads to.</summary>
internal static class SqliteConnectionStrings
{
    private const string InMemory = ":memory:";

    /// <exception cref="MigrateBothException">The text is no connection string, or leads to a database that only its own connection sees.</exception>
    public static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            // The provider's message repeats a part of the text, and that part may be a password: it stays out.
            throw new MigrateBothException(
                ExitCode.Configuration,
                "connection-invalid",
                "The SQLite connection string is not understood.",
                "Write it as 'Data Source=path/to/file.db'.",
                e);
        }

        var isMemory = builder.Mode == SqliteOpenMode.Memory || builder.DataSource == InMemory;
        var isPrivate = builder.DataSource is InMemory or "" || (isMemory && builder.Cache != SqliteCacheMode.Shared);
        return isPrivate
            ? throw new MigrateBothException(
                ExitCode.Configuration,
                "connection-invalid",
                $"The SQLite connection string leads to '{builder.DataSource}', a database that exists only inside the connection that opens it.",
                "Name a file, or an in-memory database with Mode=Memory;Cache=Shared that another connection keeps open.")
            : builder;
    }

    /// <summary>The full path of the file, or null when the database is not an ordinary file.</summary>
    public static string? FilePath(SqliteConnectionStringBuilder builder)
    {
        if (builder.Mode == SqliteOpenMode.Memory || builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        const string dataDirectory = "|DataDirectory|";
        var path = builder.DataSource.StartsWith(dataDirectory, StringComparison.OrdinalIgnoreCase)
            ? Path.Combine(
                AppDomain.CurrentDomain.GetData("DataDirectory") as string ?? string.Empty,
                builder.DataSource[dataDirectory.Length..].TrimStart('/', '\\'))
            : builder.DataSource;
        return Path.GetFullPath(path);
    }
}
