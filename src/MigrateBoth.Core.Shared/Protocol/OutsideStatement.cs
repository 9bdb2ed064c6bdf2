using System.Text.RegularExpressions;

namespace MigrateBoth.Core.Protocol;

/// <summary>A statement of a migration that reaches outside its database, as far as its text shows.</summary>
/// <param name="Migration">The migration's id.</param>
/// <param name="Text">The statement's beginning, on one line and without a password.</param>
/// <param name="File">The full path of the file that it opens or writes; null where it is about a server.</param>
/// <param name="IsNewFile">Whether that file was made by this run.</param>
public sealed partial record OutsideStatement(string Migration, string Text, string? File = null, bool IsNewFile = false)
{
    private const int Shown = 100;

    /// <summary>The statements of a command that reach outside, each with the name of a file or null. Bodies of routines are not run, and are left out.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="sql">The command's text: one statement or several.</param>
    /// <param name="database">The database that is migrated.</param>
    public static IEnumerable<(string Text, string? File)> In(Engine engine, string sql, string database)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(database);
        var text = Comments().Replace(sql, " ");
        text = Body().Match(text) is { Success: true, Index: var at } ? text[..at] : text;

        // What is in a string is not a statement.
        var shape = Strings().Replace(text, match => new string('x', match.Length));
        if (engine == Engine.Sqlite)
        {
            return SqliteFiles().Matches(text).Where(match => shape[match.Index] == text[match.Index])
                .Select(match => (OneLine(match.Value), (string?)Unquoted(match.Groups["file"].Value)))
                .Where(found => found.Item2 is not ("" or ":memory:"));
        }

        return ServerWide().Matches(shape).Select(match => text.Substring(match.Index, match.Length))
            .Where(statement => !OwnDatabase().IsMatch(statement) && (database.Length == 0 || !statement.Contains(database, StringComparison.OrdinalIgnoreCase)))
            .Select(statement => (OneLine(Password().Replace(statement, string.Empty)), (string?)null));
    }

    private static string Unquoted(string literal)
    {
        var text = literal[1..^1].Replace(literal[..1] + literal[..1], literal[..1], StringComparison.Ordinal);
        return text.StartsWith("file:", StringComparison.Ordinal) ? text["file:".Length..].Split('?')[0] : text;
    }

    private static string OneLine(string text)
    {
        var line = Blanks().Replace(text, " ").Trim(' ', ';');
        return line.Length > Shown ? line[..Shown] + "..." : line;
    }

    [GeneratedRegex(@"/\*(?!!).*?\*/|(?<=^|\s)--[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"(?<=^\s*|;\s*)CREATE\s+(?:OR\s+REPLACE\s+)?(?:DEFINER\s*=\s*\S+\s+)?(?:PROCEDURE|FUNCTION|TRIGGER|EVENT)\b(?![^;]*\bSONAME\b)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex(
        @"(?<=^\s*|;\s*)(?:(?:CREATE|ALTER|DROP)\s+(?:OR\s+REPLACE\s+)?(?:DATABASE|SCHEMA|USER|ROLE|SERVER|TABLESPACE|RESOURCE\s+GROUP)\b|RENAME\s+USER\b|GRANT\s|REVOKE\s|INSTALL\s|UNINSTALL\s"
        + @"|CREATE\s+(?:AGGREGATE\s+)?FUNCTION\s[^;]*\bSONAME\b|RESET\s+PERSIST\b|SET\s+(?:[^;]*,\s*)?(?:GLOBAL\s|PERSIST(?:_ONLY)?\s|@@GLOBAL\.|@@PERSIST(?:_ONLY)?\.))[^;]*",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ServerWide();

    /// <summary>Without a name it is the database that is migrated, such as Pomelo's own statement for its character set.</summary>
    [GeneratedRegex(@"^ALTER\s+(?:DATABASE|SCHEMA)\s+(?:DEFAULT\s|CHARACTER\s|CHARSET\b|COLLATE\b|ENCRYPTION\b|READ\s)", RegexOptions.IgnoreCase)]
    private static partial Regex OwnDatabase();

    [GeneratedRegex(@"\s+IDENTIFIED\b.*", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Password();

    [GeneratedRegex("""(?<=^\s*|;\s*)(?:ATTACH\s+(?:DATABASE\s+)?|VACUUM\s+(?:\w+\s+)?INTO\s+)(?<file>'(?:[^']|'')*'|"(?:[^"]|"")*")[^;]*""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex SqliteFiles();

    [GeneratedRegex("""'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|""|\\.)*["]""", RegexOptions.Singleline)]
    private static partial Regex Strings();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
