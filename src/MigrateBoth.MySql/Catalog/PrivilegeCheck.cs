using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

/// <summary>
/// information_schema hides what an account has no right to: it shows an empty list where there is none to be seen. This says
/// what cannot be seen, so that an empty list means that there is nothing.
/// </summary>
internal static class PrivilegeCheck
{
    private const string EverythingNeeded = "SELECT, REFERENCES, SHOW VIEW, TRIGGER, EVENT, EXECUTE";

    private static readonly string[] ShowColumns = ["SELECT", "INSERT", "UPDATE", "REFERENCES"];

    private static readonly string[] BeyondReading =
        ["INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "REFERENCES", "INDEX", "ALTER", "CREATE VIEW", "SHOW VIEW", "TRIGGER"];

    private static readonly string[] ShowRoutines = ["EXECUTE", "CREATE ROUTINE", "ALTER ROUTINE", "SHOW_ROUTINE", "SHOW CREATE ROUTINE"];

    /// <summary>What of the database is hidden from the account.</summary>
    /// <exception cref="MigrateBothException">Not even the tables can be seen.</exception>
    public static IReadOnlyList<UnreadObject> Evaluate(CatalogRows rows, ServerFlavor flavor)
    {
        var database = rows.Database.Name;
        var grants = GrantSet.Parse(rows.Grants, database);
        if (!grants.HasAny(ShowColumns))
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "mysql-catalog-hidden",
                $"The account has no SELECT privilege on all of database '{database}': tables could be there that it is not shown.",
                GrantHint(database));
        }

        var unread = new List<UnreadObject>();
        Require(grants.HasAny("TRIGGER"), "triggers", "TRIGGER");
        Require(grants.HasAny(ShowRoutines), "routines", "EXECUTE");
        Require(grants.HasAny("EVENT"), "events", "EVENT");
        Require(!flavor.HidesForeignKeysFromReaders || grants.HasAny(BeyondReading), "foreign keys", "REFERENCES");
        unread.AddRange(rows.Views
            .Where(v => v.Definition.Length == 0)
            .Select(v => new UnreadObject("view", new ObjectPath(v.Name), string.Empty, $"the account lacks SHOW VIEW; {GrantHint(database)}", IsHidden: true)));
        return unread;

        void Require(bool isGranted, string what, string privilege)
        {
            if (!isGranted)
            {
                unread.Add(new UnreadObject(what, null, string.Empty, $"the account lacks {privilege}; {GrantHint(database)}", IsHidden: true));
            }
        }
    }

    private static string GrantHint(string database) =>
        $"run: GRANT {EverythingNeeded} ON `{database.Replace("_", @"\_", StringComparison.Ordinal)}`.* TO the account";
}

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
