using System.Text;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Schema;
using MySqlConnector;

namespace MigrateBoth.MySql.Catalog;

/// <summary>
/// Asks with SHOW CREATE for what information_schema does not show whole: the parser of a full-text index, and bodies in which <c>?</c> may represent any
/// character outside the basic multilingual plane. One command for all of them, and none where there is nothing to ask.
/// </summary>
internal sealed class CreateStatements(MySqlConnection connection)
{
    public async Task<IReadOnlyDictionary<(string Kind, string Name), string>> ReadAsync(CatalogRows rows, CancellationToken cancellationToken)
    {
        var asked = Asked(rows).Distinct().ToList();
        var statements = new Dictionary<(string, string), string>();
        if (asked.Count == 0)
        {
            return statements;
        }

        using var command = new MySqlCommand(string.Join(";\n", asked.Select(one => $"SHOW CREATE {one.Kind} {Quote(one.Name)}")), connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        foreach (var one in asked)
        {
            if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) && StatementColumn(reader) is { } column && !reader.IsDBNull(column))
            {
                statements[one] = reader.GetString(column);
            }

            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }

        return statements;
    }

    /// <summary>The body as it was written: the end of the statement that reads as the catalog shows it. Null where there is none.</summary>
    public static string? Body(string? statement, string shown)
    {
        foreach (var substitute in new[] { "?", "????" })
        {
            var lossy = new StringBuilder();
            var starts = new Dictionary<int, int>();
            for (var i = 0; i < (statement?.Length ?? 0); i++)
            {
                starts[lossy.Length] = i;
                if (char.IsHighSurrogate(statement![i]))
                {
                    lossy.Append(substitute);
                    i++;
                }
                else
                {
                    lossy.Append(statement[i]);
                }
            }

            if (lossy.ToString().EndsWith(shown, StringComparison.Ordinal) && starts.TryGetValue(lossy.Length - shown.Length, out var start))
            {
                return statement![start..];
            }
        }

        return null;
    }

    /// <summary>Whether a text need not be what was written.</summary>
    public static bool IsDoubtful(string? text) => text?.Contains('?', StringComparison.Ordinal) == true;

    /// <summary>How an object is requested.</summary>
    public static (string Kind, string Name) KeyOf(ObjectRow row) => (row.Kind == "routine" ? row.Detail : row.Kind.ToUpperInvariant(), row.Name);

    private static IEnumerable<(string Kind, string Name)> Asked(CatalogRows rows) =>
        rows.Indexes.Where(index => index.Type.Equals("FULLTEXT", StringComparison.OrdinalIgnoreCase)).Select(index => ("TABLE", index.Table))
            .Concat(rows.Objects.Where(row => row.Kind is "trigger" or "routine" or "event" && IsDoubtful(row.Text)).Select(KeyOf));

    private static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private static int? StatementColumn(MySqlDataReader reader) => Enumerable.Range(0, reader.FieldCount)
        .Select(column => (int?)column)
        .FirstOrDefault(column => reader.GetName(column!.Value) is var name && (name.StartsWith("Create ", StringComparison.Ordinal) || name == "SQL Original Statement"));
}

/// <summary>Finds the parser of a full-text index in the table's CREATE statement: no table of information_schema has it.</summary>
internal static partial class FullTextParsers
{
    /// <summary>The index with its parser, if it has one of its own.</summary>
    public static TableIndex Of(string? statement, TableIndex index) =>
        index.Method == "fulltext" && Line(statement, index.Name) is { } line && Parser().Match(line) is { Success: true } match
            ? index with { Parser = match.Groups[1].Value }
            : index;

    /// <summary>Whether the statement has the index at all.</summary>
    public static bool Shows(string? statement, string index) => Line(statement, index) is not null;

    private static string? Line(string? statement, string index) => statement?.Split('\n')
        .FirstOrDefault(line => line.TrimStart().StartsWith($"FULLTEXT KEY `{index.Replace("`", "``", StringComparison.Ordinal)}` (", StringComparison.Ordinal));

    // MySQL writes it in a comment of its own, MariaDB in plain words; nothing comes after it.
    [GeneratedRegex(@"WITH PARSER `([^`]+)`( \*/)?\s*,?\s*$")]
    private static partial Regex Parser();
}

/// <summary>The options that a table was made with, by lower-case name.</summary>
internal static partial class TableOptions
{
    public static IReadOnlyDictionary<string, string> Of(TableRow row)
    {
        var options = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (row.Engine is not null)
        {
            options["engine"] = row.Engine;
        }

        if (row.RowFormat is not null)
        {
            options["row_format"] = row.RowFormat;
        }

        foreach (Match match in Option().Matches(row.Options ?? string.Empty))
        {
            var value = match.Groups[2].Success ? match.Groups[2].Value.Trim('"', '\'') : "yes";
            options[match.Groups[1].Value.Trim('`').ToLowerInvariant()] = value;
        }

        // The partitions themselves are listed; that there are some is the same fact once more.
        options.Remove("partitioned");
        return options;
    }

    [GeneratedRegex("""(`[^`]+`|[^\s=]+)(?:=("[^"]*"|'[^']*'|\S*))?""")]
    private static partial Regex Option();
}
