using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Sqlite.Connections;

/// <summary>What a user wrote to name a SQLite database: a connection string, or only the file's path.</summary>
public static partial class SqliteConnectionText
{
    /// <summary>Parses a connection string or a path.</summary>
    /// <param name="text">A connection string or a path.</param>
    /// <param name="baseDirectory">What a relative path is relative to: another process may have another working directory.</param>
    /// <returns>A connection string with an absolute path.</returns>
    /// <exception cref="MigrateBothException"><c>connection-invalid</c> (78).</exception>
    public static SqliteConnectionStringBuilder Parse(string text, string baseDirectory)
    {
        Redaction.Learn(text);
        if (Url().IsMatch(text))
        {
            throw Invalid("it is a URL of another database", null);
        }

        SqliteConnectionStringBuilder builder;
        try
        {
            builder = text.Contains('=', StringComparison.Ordinal)
                ? new SqliteConnectionStringBuilder(text)
                : new SqliteConnectionStringBuilder { DataSource = text.Trim() };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            // The provider quotes what it does not know, which may be a piece of a password: its message is not even kept.
            throw Invalid("it is not a list of the options that Microsoft.Data.Sqlite knows, key=value and separated by semicolons (a value with a semicolon needs quotes)", null);
        }

        if (builder.DataSource.Length == 0)
        {
            throw Invalid("it names no file (Data Source)", null);
        }

        if (builder.Mode == SqliteOpenMode.Memory || builder.DataSource == ":memory:")
        {
            throw Invalid("a database in memory ends with the connection that opened it, so it cannot be used", null);
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

    [GeneratedRegex("^\\s*(?!file:)[a-z][a-z0-9+.-]+:/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Url();

    private static MigrateBothException Invalid(string reason, Exception? exception) => new(
        ExitCode.Configuration,
        "connection-invalid",
        $"The SQLite connection string cannot be used: {reason.TrimEnd('.')}.",
        "Write it as \"Data Source=shop.db\", or give only the file's path.",
        exception);
}
