using System.Text.RegularExpressions;

namespace MigrateBoth.Core.Tracing;

/// <summary>What a raw SQL command of a migration does to an object, as far as its text shows it.</summary>
internal static class RawSql
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant;

    // A text that no expression gets through in this time is one nothing is said about for certain, and anything is possible of.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether it surely creates, alters or drops the object.</summary>
    public static bool Changes(string sql, ObjectKind kind, string table, string name) => Says(sql, kind == ObjectKind.PrimaryKey ? table : name) && kind switch
    {
        ObjectKind.Table => Matches(sql, $@"\b(CREATE|ALTER|DROP|RENAME)\s+TABLE\s+(IF\s+(NOT\s+)?EXISTS\s+)?{Name(table)}"),
        ObjectKind.Column => Matches(sql, $@"\bALTER\s+TABLE\s+{Name(table)}[^;]*?\b(MODIFY|CHANGE|ADD|DROP|ALTER|RENAME)\s+(COLUMN\s+)?{Name(name)}"),
        ObjectKind.PrimaryKey => Matches(sql, $@"\bALTER\s+TABLE\s+{Name(table)}[^;]*?\bPRIMARY\s+KEY\b"),
        ObjectKind.View => Matches(sql, $@"\b(CREATE|ALTER|DROP|REPLACE)\b[^;]*?\bVIEW\s+(IF\s+(NOT\s+)?EXISTS\s+)?{Name(name)}"),
        ObjectKind.Trigger => Matches(sql, $@"\b(CREATE|DROP)\b[^;]*?\bTRIGGER\s+(IF\s+(NOT\s+)?EXISTS\s+)?{Name(name)}"),
        ObjectKind.Index or ObjectKind.ForeignKey or ObjectKind.Check => Matches(sql, $@"\b(CREATE|ALTER|DROP)\b[^;]*?{Name(name)}"),
        _ => false,
    };

    /// <summary>Whether it might: it builds tables, and names the object.</summary>
    public static bool MayChange(string sql, string table, string name) =>
        Says(sql, table) && Says(sql, name) && Matches(sql, @"\b(CREATE|ALTER|RENAME)\s+TABLE\b", inDoubt: true)
        && Matches(sql, Name(table), inDoubt: true) && Matches(sql, Name(name), inDoubt: true);

    /// <summary>Before any expression is made: most commands have nothing to do with the object, and there may be many of both.</summary>
    private static bool Says(string sql, string name) => sql.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static string Name(string name) => $@"[`""\[]?(?<![\w]){Regex.Escape(name)}(?![\w])[`""\]]?";

    private static bool Matches(string sql, string pattern, bool inDoubt = false)
    {
        try
        {
            return Regex.IsMatch(sql, pattern, Options, Patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return inDoubt;
        }
    }
}
