using System.Data.Common;
using MigrateBoth.Core.Errors;
using MySqlConnector;

namespace MigrateBoth.MySql.Connections;

/// <summary>What a user wrote to name a MySQL database.</summary>
public static class MySqlConnectionText
{
    /// <summary>Reads it.</summary>
    /// <param name="text">A connection string that names a database.</param>
    /// <exception cref="MigrateBothException"><c>connection-invalid</c> (78); never quotes a value, because it might be the password.</exception>
    public static MySqlConnectionStringBuilder Parse(string text)
    {
        MySqlConnectionStringBuilder builder;
        try
        {
            builder = new MySqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException)
        {
            // The parser's message may quote the text it did not understand, password and all: it is neither shown nor kept.
            throw Invalid(Misunderstood(text));
        }

        if (builder.Database.Length == 0)
        {
            throw Invalid("it names no database (Database=...)");
        }

        if (builder.Server.Length == 0)
        {
            throw Invalid("it names no server (Server=...)");
        }

        return builder;
    }

    /// <summary>How the database is called in messages: <c>app@db.local:3306/shop</c>, without the password.</summary>
    public static string Display(MySqlConnectionStringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return $"{builder.UserID}@{builder.Server}:{builder.Port}/{builder.Database}";
    }

    private static string Misunderstood(string text)
    {
        var pairs = new DbConnectionStringBuilder();
        try
        {
            pairs.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            return "it does not read as key=value pairs separated by semicolons (a value with a semicolon needs quotes)";
        }

        // What follows the password may be a piece of it, cut off by an unquoted semicolon: no name from there on is repeated.
        foreach (var key in pairs.Keys.Cast<string>().TakeWhile(key => !key.StartsWith('p') || key is "port" or "pooling"))
        {
            try
            {
                _ = new MySqlConnectionStringBuilder { [key] = pairs[key] };
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException)
            {
                return $"its option '{key}' is unknown or has a value that does not fit";
            }
        }

        return "one of its options is unknown or has a value that does not fit";
    }

    private static MigrateBothException Invalid(string reason) => new(
        ExitCode.Configuration,
        "connection-invalid",
        $"The MySQL connection string cannot be used: {reason}.",
        "Write it as \"Server=127.0.0.1;Port=3306;Database=shop;User=app;Password=***\".");
}
