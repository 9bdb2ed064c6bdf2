using MySqlConnector;

namespace MigrateBoth.MySql.Connections;

/// <summary>Connections written as hosting platforms write them: <c>mysql://user:password@host:3306/database</c>.</summary>
internal static class ConnectionUrl
{
    private static readonly string[] Schemes = ["mysql://", "mariadb://"];

    public static bool IsOne(string text) => Array.Exists(Schemes, s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether there is one at sign at most, and nothing but a database behind the host: with an unencoded '@', '/' or blank in the password
    /// it cannot be told where the host begins.
    /// </summary>
    public static bool IsEncoded(string text)
    {
        var rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        return rest.Count(character => character == '@') <= 1
            && rest.Count(character => character == '/') <= 1
            && rest.IndexOf('@', StringComparison.Ordinal) is var at && (at < 0 || !rest[..at].Contains('/', StringComparison.Ordinal))
            && (at < 0 || rest[..at].Count(character => character == ':') <= 1)
            && !rest.Any(character => char.IsWhiteSpace(character) || character is '\\' or '?' or '#');
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
