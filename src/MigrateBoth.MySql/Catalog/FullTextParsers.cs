using System.Text.RegularExpressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

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
