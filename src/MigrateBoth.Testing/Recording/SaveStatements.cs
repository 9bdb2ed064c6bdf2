using System.Text.RegularExpressions;

namespace MigrateBoth.Testing.Recording;

/// <summary>Splits the batch of a save into statements. EF Core and the providers generate the text, so it has a few known forms.</summary>
internal static partial class SaveStatements
{
    /// <summary>The table of every statement that returns rows, in order; null for one that reads no table, such as <c>SELECT ROW_COUNT()</c>.</summary>
    /// <returns>Empty when a statement has another form: results can then not be assigned to statements.</returns>
    public static IReadOnlyList<string?> TablesOfResults(string sql)
    {
        var tables = new List<string?>();
        foreach (var statement in Split(sql).Where(statement => !string.IsNullOrWhiteSpace(statement)))
        {
            switch (Verb().Match(statement).Value)
            {
                case "SELECT":
                    tables.Add(Name(ReadTable().Match(statement)));
                    break;
                case "INSERT" or "UPDATE" or "DELETE" when Returning().IsMatch(statement):
                    tables.Add(Name(WrittenTable().Match(statement)));
                    break;
                case "INSERT" or "UPDATE" or "DELETE" or "SET":
                    break;
                default:
                    return [];
            }
        }

        return tables;
    }

    private static IEnumerable<string> Split(string sql)
    {
        var start = 0;
        for (var i = 0; i < sql.Length; i++)
        {
            if (sql[i] is '\'' or '"' or '`')
            {
                // A quote within quotes is doubled, which reads as an end and another beginning.
                i = sql.IndexOf(sql[i], i + 1) is var end and >= 0 ? end : sql.Length;
            }
            else if (sql[i] == ';')
            {
                yield return sql[start..i];
                start = i + 1;
            }
        }

        yield return sql[start..];
    }

    private static string? Name(Match match) => !match.Success
        ? null
        : match.Groups["double"] is { Success: true } quoted ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal)
        : match.Groups["back"].Value.Replace("``", "`", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=^\s*)[A-Za-z]+")]
    private static partial Regex Verb();

    [GeneratedRegex(QuotedPast + @"\bRETURNING\b")]
    private static partial Regex Returning();

    [GeneratedRegex(QuotedPast + @"\bFROM\s+" + QuotedName)]
    private static partial Regex ReadTable();

    [GeneratedRegex(@"^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+" + QuotedName)]
    private static partial Regex WrittenTable();

    // From the beginning on, names and texts as a whole: a column may be called RETURNING.
    private const string QuotedPast = """^(?>[^"`']|"[^"]*"|`[^`]*`|'[^']*')*?""";

    private const string QuotedName = """(?:"(?<double>(?:[^"]|"")+)"|`(?<back>(?:[^`]|``)+)`)""";
}
