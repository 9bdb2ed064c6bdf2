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
