using System.Text.RegularExpressions;

namespace MigrateBoth.MySql.Catalog;

/// <summary>The privileges that an account has on a whole database, out of SHOW GRANTS. Grants on single tables do not count.</summary>
internal sealed partial class GrantSet
{
    private const string All = "ALL PRIVILEGES";

    private readonly HashSet<string> _privileges = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _revoked = new(StringComparer.OrdinalIgnoreCase);

    private GrantSet()
    {
    }

    /// <summary>Reads the lines.</summary>
    public static GrantSet Parse(IEnumerable<string> lines, string database)
    {
        var set = new GrantSet();
        foreach (var match in lines.Select(line => Statement().Match(line)).Where(m => m.Success && Covers(m.Groups["database"].Value, database)))
        {
            // A REVOKE in SHOW GRANTS is MySQL's partial revoke: less than the global privilege says.
            var target = match.Groups["verb"].Value == "GRANT" ? set._privileges : set._revoked;
            target.UnionWith(match.Groups["privileges"].Value.Split(',', StringSplitOptions.TrimEntries));
        }

        return set;
    }

    /// <summary>Whether the account has at least one of them on the whole database.</summary>
    public bool HasAny(params string[] privileges) =>
        privileges.Any(p => (_privileges.Contains(All) || _privileges.Contains(p)) && !_revoked.Contains(p) && !_revoked.Contains(All));

    private static bool Covers(string pattern, string database) =>
        pattern == "*" || Regex.IsMatch(database, LikeToRegex(pattern[1..^1].Replace("``", "`", StringComparison.Ordinal)), RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static string LikeToRegex(string pattern)
    {
        var parts = LikeToken().Matches(pattern).Select(token => token.Value switch
        {
            "%" => ".*",
            "_" => ".",
            ['\\', var escaped] => Regex.Escape(escaped.ToString()),
            var literal => Regex.Escape(literal),
        });
        return $"^{string.Concat(parts)}$";
    }

    [GeneratedRegex("""^(?<verb>GRANT|REVOKE) (?<privileges>[A-Z_, ]+) ON (?<database>\*|`(?:[^`]|``)*`|"[^"]*")\.\* (?:TO|FROM) """)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\\.|.", RegexOptions.Singleline)]
    private static partial Regex LikeToken();
}
