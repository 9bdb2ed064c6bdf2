using System.Text.RegularExpressions;

namespace MigrateBoth.MySql.Catalog;

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
