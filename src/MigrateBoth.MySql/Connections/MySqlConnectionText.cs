using System.Data.Common;
using MigrateBoth.Core.Errors;
using MySqlConnector;

namespace MigrateBoth.MySql.Connections;

/// <summary>What a user wrote to name one MySQL database: a connection string, or a URL such as <c>mysql://user:password@host/database</c>.</summary>
public sealed class MySqlConnectionText
{
    private readonly MySqlTarget _target;

    private MySqlConnectionText(MySqlTarget target) => _target = target;

    /// <summary>A connection string for the provider; holds the password.</summary>
    public string ConnectionString => _target.ToConnectionString();

    /// <summary>How the database is called in messages: <c>app@db.local:3306/shop</c>, without the password.</summary>
    public string Display => $"{_target}/{_target.Database}";

    /// <summary>Reads it; nothing is contacted.</summary>
    /// <exception cref="MigrateBothException"><c>connection-invalid</c> (78); never quotes a value, because it might be the password.</exception>
    public static MySqlConnectionText Parse(string text)
    {
        var target = MySqlTarget.Parse(text);
        return target.Database.Length > 0
            ? new MySqlConnectionText(target)
            : throw new MigrateBothException(
                ExitCode.Configuration,
                "connection-invalid",
                "The MySQL connection string cannot be used: it names no database (Database=...).",
                "Write it as \"Server=127.0.0.1;Port=3306;Database=shop;User=app;Password=***\".");
    }

    /// <inheritdoc />
    public override string ToString() => Display;
}

/// <summary>Connections written as hosting platforms write them: <c>mysql://user:password@host:3306/database</c>.</summary>
internal static class ConnectionUrl
{
    private static readonly string[] Schemes = ["mysql://", "mariadb://"];

    public static bool IsOne(string text) => Array.Exists(Schemes, s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether there is one at sign at most, and nothing but a database behind the host: with an unencoded '@', '/', '%' or blank in the password
    /// it cannot be determined where the host begins.
    /// </summary>
    public static bool IsEncoded(string text)
    {
        var rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        return rest.Count(character => character == '@') <= 1
            && rest.Count(character => character == '/') <= 1
            && rest.IndexOf('@', StringComparison.Ordinal) is var at && (at < 0 || !rest[..at].Contains('/', StringComparison.Ordinal))
            && (at < 0 || rest[..at].Count(character => character == ':') <= 1)
            && !rest.Any(character => char.IsWhiteSpace(character) || character is '\\' or '?' or '#')
            && Enumerable.Range(0, rest.Length).Where(i => rest[i] == '%').All(i => i + 2 < rest.Length && char.IsAsciiHexDigit(rest[i + 1]) && char.IsAsciiHexDigit(rest[i + 2]));
    }

    /// <exception cref="FormatException">It begins like one and is none.</exception>
    public static MySqlConnectionStringBuilder Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Query.Length > 0 || url.Fragment.Length > 0 || !IsEncoded(text))
        {
            throw new FormatException("Not of the form mysql://user:password@host:port/database.");
        }

        var account = url.UserInfo.Split(':', 2);
        return new MySqlConnectionStringBuilder
        {
            Server = url.Host,
            Port = url.Port > 0 ? (uint)url.Port : 3306,
            UserID = Uri.UnescapeDataString(account[0]),
            Password = account.Length > 1 ? Uri.UnescapeDataString(account[1]) : string.Empty,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        };
    }
}

/// <summary>Explains why a text is not a connection string. The provider's own message may quote the text, password and all; this one never does.</summary>
internal static class MisreadConnection
{
    public static string Describe(string text)
    {
        if (ConnectionUrl.IsOne(text))
        {
            return "it is not of the form mysql://user:password@host:port/database. In the user's name and password write '@' as %40, '/' as %2F, ':' as %3A, '?' as %3F, '#' as %23, '%' as %25, '\\' as %5C and a blank as %20; options need the form Server=...;Database=...;...";
        }

        var pairs = new DbConnectionStringBuilder();
        try
        {
            pairs.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            return "it is not a list of key=value pairs separated by semicolons (a value with a semicolon needs quotes)";
        }

        // What follows the password may be a piece of it, cut off by an unquoted semicolon: no name from there on is repeated.
        foreach (var key in pairs.Keys.Cast<string>().TakeWhile(key => !key.StartsWith('p') || key is "port" or "pooling"))
        {
            try
            {
                _ = new MySqlConnectionStringBuilder { [key] = pairs[key] };
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException or OverflowException)
            {
                return $"its option '{key}' is unknown or has an invalid value";
            }
        }

        return "one of its options is unknown or has an invalid value";
    }
}
