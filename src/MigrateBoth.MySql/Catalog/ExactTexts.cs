using MigrateBoth.Core.Schema;
using MySqlConnector;

namespace MigrateBoth.MySql.Catalog;

/// <summary>
/// Asks again, in another way, for what information_schema shows only in part: bytes after a NUL, and <c>?</c> in place of characters outside the
/// basic multilingual plane. Nothing is asked where no such text is.
/// </summary>
internal sealed class ExactTexts(MySqlConnection connection, ServerFlavor flavor)
{
    public async Task<CatalogRows> CompleteAsync(CatalogRows rows, CancellationToken cancellationToken)
    {
        var views = rows.Views.Select(view => view.Name).ToHashSet(StringComparer.Ordinal);
        var columns = rows.Columns.Where(column => !views.Contains(column.Table) && IsLiteral(column) && DefaultDecoder.Doubt(column, StoreTypeParser.Parse(column.Type), flavor) is not null).ToList();
        var cutViews = rows.Views.Where(view => MayBeCut(view.Definition)).ToList();
        var cutTriggers = rows.Objects.Where(item => item is { Kind: "trigger", Text: { } text } && MayBeCut(text)).ToList();
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
            if (await ShownAsync($"SHOW CREATE TRIGGER {Quote(trigger.Name)}", 2, cancellationToken).ConfigureAwait(false) is { } text && BodyOf(text, trigger.Text!) is { } body)
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

    private bool MayBeCut(string text) => flavor.LosesSupplementaryCharacters && text.Contains('?', StringComparison.Ordinal);

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
    }

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

    /// <summary>The end of the statement that is the body, character by character but for what was lost.</summary>
    private static string? BodyOf(string shown, string cut)
    {
        var (runes, lost) = (shown.EnumerateRunes().ToArray(), cut.EnumerateRunes().ToArray());
        var start = runes.Length - lost.Length;
        return start >= 0 && lost.Zip(runes[start..]).All(pair => pair.First == pair.Second || (pair.First.Value == '?' && !pair.Second.IsBmp))
            ? string.Concat(runes[start..].Select(rune => rune.ToString()))
            : null;
    }

    private static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
