namespace MigrateBoth.EntityFrameworkCore;

/// <summary>
/// The parts of a database URL. <see cref="Uri"/> is not used, because it rejects some common passwords, does not support
/// <c>sqlite://:memory:</c>, and quotes its input in error messages.
/// </summary>
internal sealed record DatabaseUrl(string Scheme, string Authority, string Path, IReadOnlyList<KeyValuePair<string, string>> Options)
{
    private const string SchemeEnd = "://";

    /// <summary>Whether the text is meant as a URL rather than as a connection string.</summary>
    public static bool IsUrl(string text)
    {
        var end = text.IndexOf(SchemeEnd, StringComparison.Ordinal);
        return end > 0 && text.AsSpan(0, end).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    private static System.Buffers.SearchValues<char> SchemeCharacters { get; } =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    public static DatabaseUrl Parse(string text)
    {
        var schemeEnd = text.IndexOf(SchemeEnd, StringComparison.Ordinal);
        var rest = text[(schemeEnd + SchemeEnd.Length)..];
        var options = "";

        var pathStart = rest.AsSpan().IndexOfAny('/', '?', '#');
        var authority = pathStart < 0 ? rest : rest[..pathStart];
        var path = pathStart < 0 ? "" : rest[pathStart..];

        // An '@' behind the host comes from a user or password that was not percent-encoded. Taking a guess would connect
        // somewhere else, or put half of the password into a message about a host.
        if (authority.Length > 0 && path.Contains('@', StringComparison.Ordinal))
        {
            throw new DatabaseConfigurationException(
                $"{DatabaseSettingNames.Url}: there is an '@' behind the first '/', '?' or '#'. Percent-encode these characters in user, password, "
                + "database and options: '/' is %2F, '?' is %3F, '#' is %23, '@' is %40, ':' is %3A.");
        }

        var query = path.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0)
        {
            options = path[(query + 1)..];
            path = path[..query];
        }

        return new DatabaseUrl(text[..schemeEnd].ToLowerInvariant(), authority, path, ParseOptions(options));
    }

    private static List<KeyValuePair<string, string>> ParseOptions(string query)
    {
        var options = new List<KeyValuePair<string, string>>();
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new DatabaseConfigurationException(
                    $"{DatabaseSettingNames.Url}: every option after '?' is written name=value; number {options.Count + 1} is not.");
            }

            options.Add(new(Uri.UnescapeDataString(part[..equals]), Uri.UnescapeDataString(part[(equals + 1)..])));
        }

        return options;
    }
}
