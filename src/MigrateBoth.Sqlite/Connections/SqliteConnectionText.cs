using Microsoft.Data.Sqlite;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Sqlite.Connections;

/// <summary>What a user wrote to name a SQLite database: a connection string, or only the file's path.</summary>
public static class SqliteConnectionText
{
    /// <summary>Reads it.</summary>
    /// <param name="text">A connection string or a path.</param>
    /// <param name="baseDirectory">What a relative path is relative to: another process may have another working directory.</param>
    /// <returns>A connection string with an absolute path.</returns>
    /// <exception cref="MigrateBothException"><c>connection-invalid</c> (78).</exception>
    public static SqliteConnectionStringBuilder Parse(string text, string baseDirectory)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = text.Contains('=', StringComparison.Ordinal)
                ? new SqliteConnectionStringBuilder(text)
                : new SqliteConnectionStringBuilder { DataSource = text.Trim() };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw Invalid(exception.Message, exception);
        }

        if (builder.DataSource.Length == 0)
        {
            throw Invalid("it names no file (Data Source)", null);
        }

        if (builder.Mode == SqliteOpenMode.Memory || builder.DataSource == ":memory:")
        {
            throw Invalid("a database in memory ends with the connection that opened it, so there is nothing to work on", null);
        }

        if (!builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            && !builder.DataSource.StartsWith("|DataDirectory|", StringComparison.OrdinalIgnoreCase))
        {
            builder.DataSource = Path.GetFullPath(builder.DataSource, baseDirectory);
            if (Path.GetDirectoryName(builder.DataSource) is { } folder && !Directory.Exists(folder))
            {
                throw Invalid($"the folder '{folder}' does not exist", null);
            }
        }

        return builder;
    }

    private static MigrateBothException Invalid(string reason, Exception? exception) => new(
        ExitCode.Configuration,
        "connection-invalid",
        $"The SQLite connection string cannot be used: {reason.TrimEnd('.')}.",
        "Write it as \"Data Source=shop.db\", or give only the file's path.",
        exception);
}
