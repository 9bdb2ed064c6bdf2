using System.Text;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Schema;
using MySqlConnector;

namespace MigrateBoth.MySql.Catalog;

/// <summary>
/// Asks again, in another way, for what information_schema shows only in part: bytes after a NUL, <c>?</c> in place of characters outside the
/// basic multilingual plane, and literals without their introducer. Nothing is asked where no such text is.
/// </summary>
internal sealed partial class ExactTexts(MySqlConnection connection, ServerFlavor flavor)
{
    public async Task<CatalogRows> CompleteAsync(CatalogRows rows, CancellationToken cancellationToken)
    {
        var views = rows.Views.Select(view => view.Name).ToHashSet(StringComparer.Ordinal);
        var columns = rows.Columns.Where(column => !views.Contains(column.Table) && IsLiteral(column) && DefaultDecoder.Doubt(column, StoreTypeParser.Parse(column.Type), flavor) is not null).ToList();

        // VIEW_DEFINITION and ACTION_STATEMENT are copies in which literals are written anew: introducers are gone.
        var cutViews = rows.Views.Where(view => view.Definition.Contains('\'', StringComparison.Ordinal)).ToList();
        var cutTriggers = rows.Objects.Where(item => item is { Kind: "trigger", Text: not null }).ToList();
        if (columns.Count + cutViews.Count + cutTriggers.Count == 0)
        {
            return rows;
        }

        var defaults = new Dictionary<ColumnRow, byte[]>();
        foreach (var table in columns.GroupBy(column => column.Table))
        {
            await ReadDefaultsAsync([.. table], defaults, cancellationToken).ConfigureAwait(false);
        }

        var definitions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var view in cutViews)
        {
            if (await ShownAsync($"SHOW CREATE VIEW {Quote(view.Name)}", 1, cancellationToken).ConfigureAwait(false) is { } text && SelectOf(text, view) is { } select)
            {
                definitions[view.Name] = select;
            }
        }

        var bodies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var trigger in cutTriggers)
        {
            if (await ShownAsync($"SHOW CREATE TRIGGER {Quote(trigger.Name)}", 2, cancellationToken).ConfigureAwait(false) is { } text && BodyOf(text) is { } body)
            {
                bodies[trigger.Name] = body;
            }
        }

        return rows with
        {
            Columns = [.. rows.Columns.Select(column => defaults.TryGetValue(column, out var bytes) ? column with { ExactDefault = bytes } : column)],
            Views = [.. rows.Views.Select(view => definitions.TryGetValue(view.Name, out var text) ? view with { Definition = text } : view)],
            Objects = [.. rows.Objects.Select(item => item.Kind == "trigger" && bodies.TryGetValue(item.Name, out var text) ? item with { Text = text } : item)],
        };
    }

    /// <summary>An expression would be evaluated, not shown.</summary>
    private bool IsLiteral(ColumnRow column) => !flavor.QuotesLiteralDefaults || (column.Default is { } text && SqlText.LiteralValue(text) is not null);

    /// <summary>DEFAULT() of a row that an outer join makes up: the default as the server would store it, without reading a row of the table.</summary>
    private async Task ReadDefaultsAsync(List<ColumnRow> columns, Dictionary<ColumnRow, byte[]> defaults, CancellationToken cancellationToken)
    {
        var values = columns.Select(column => TypeFamilies.IsBinary(StoreTypeParser.Parse(column.Type))
            ? $"DEFAULT(t.{Quote(column.Name)})"
            : $"CONVERT(DEFAULT(t.{Quote(column.Name)}) USING utf8mb4)");
        try
        {
            using var command = new MySqlCommand($"SELECT {string.Join(", ", values.Select(value => $"HEX({value})"))} FROM (SELECT 1 AS one) o LEFT JOIN {Quote(columns[0].Table)} t ON FALSE", connection);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                for (var i = 0; i < columns.Count; i++)
                {
                    if (!reader.IsDBNull(i))
                    {
                        defaults[columns[i]] = Convert.FromHexString(reader.GetString(i));
                    }
                }
            }
        }
        catch (MySqlException)
        {
            // An account that may not read the table: the doubt stays, and is reported.
        }

        // A column that takes no NULL has none in a row that is not there.
        var left = columns.Where(column => !defaults.ContainsKey(column)).ToList();
        if (left.Count == 0 || !flavor.ShowsDefaultsExactly
            || await ShownAsync($"SHOW CREATE TABLE {Quote(columns[0].Table)}", 1, cancellationToken).ConfigureAwait(false) is not { } shown)
        {
            return;
        }

        foreach (var column in left)
        {
            var definition = shown.Split('\n').FirstOrDefault(line => line.StartsWith($"  {Quote(column.Name)} ", StringComparison.Ordinal));
            if (definition is not null && BytesOf(ShownDefault().Match(definition).Groups[1].Value) is { } bytes)
            {
                defaults[column] = bytes;
            }
        }
    }

    /// <summary>The bytes of a literal; null where it is none, or one whose bytes its characters do not tell.</summary>
    private static byte[]? BytesOf(string literal) =>
        literal.StartsWith("0x", StringComparison.Ordinal) ? Convert.FromHexString(literal[2..])
        : SqlText.LiteralValue(literal) is { } text && text.All(char.IsAscii) ? Encoding.UTF8.GetBytes(text)
        : null;

    private async Task<string?> ShownAsync(string sql, int column, CancellationToken cancellationToken)
    {
        try
        {
            using var command = new MySqlCommand(sql, connection);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) && !reader.IsDBNull(column) ? reader.GetString(column) : null;
        }
        catch (MySqlException)
        {
            return null; // An account that lacks the right has a finding of its own.
        }
    }

    /// <summary>What follows the view's name and AS, without the check option, which VIEWS tells.</summary>
    private static string? SelectOf(string shown, ViewRow view)
    {
        var name = $"VIEW {Quote(view.Name)} ";
        if (shown.IndexOf(name, StringComparison.Ordinal) is var at && at < 0)
        {
            return null;
        }

        var rest = shown[(at + name.Length)..];
        if (rest.StartsWith('('))
        {
            rest = rest[(rest.IndexOf(") AS ", StringComparison.Ordinal) + 2)..];
        }

        var select = rest.StartsWith("AS ", StringComparison.Ordinal) ? rest[3..] : null;
        var option = $" WITH {view.CheckOption} CHECK OPTION";
        return select?.EndsWith(option, StringComparison.OrdinalIgnoreCase) == true ? select[..^option.Length] : select;
    }

    /// <summary>What follows FOR EACH ROW and the place among other triggers.</summary>
    private static string? BodyOf(string shown) => TriggerHead().Match(shown) is { Success: true } head ? shown[(head.Index + head.Length)..] : null;

    [GeneratedRegex(@" DEFAULT (0x[0-9A-F]+|'(?:[^'\\]|\\.|'')*')")]
    private static partial Regex ShownDefault();

    [GeneratedRegex(@"\bFOR\s+EACH\s+ROW\s+(?:(?:FOLLOWS|PRECEDES)\s+(?:`(?:[^`]|``)+`|[^\s`]+)\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex TriggerHead();

    private static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
