using System.Globalization;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.RoundTrip;

/// <summary>Values that may satisfy a check constraint, taken from what the check itself says. The engine decides; nothing is understood here.</summary>
public static partial class CheckCandidates
{
    private const int Most = 300;

    /// <summary>Rows to try in place of one that was refused, likely ones first.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The names of the row's columns.</param>
    /// <param name="row">The row.</param>
    /// <param name="check">The check that refused it, where that is known: only what it mentions is changed. Null for whatever any check mentions.</param>
    public static IEnumerable<IReadOnlyList<string?>> Of(RowTable table, IReadOnlyList<string> columns, IReadOnlyList<string?> row, CheckConstraint? check = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var computed = table.Catalogs.Values.SelectMany(catalog => catalog.Columns).Where(column => column.Generated is not null).ToList();
        var text = string.Join('\n', check is not null
            ? [check.Expression, .. computed.Where(column => Mentioned(check.Expression, [column.Name]).Any()).Select(column => column.Generated!.Expression)]
            : table.Catalogs.Values.SelectMany(catalog => catalog.Checks.Select(one => one.Expression).Concat(catalog.Indexes.Select(index => index.Filter)))
                .Concat(computed.Select(column => column.Generated!.Expression)).OfType<string>());
        var fixedOnes = table.Key.Concat(RowPlanner.References(table).SelectMany(key => key.Columns)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var places = Mentioned(text, columns).Where(name => !fixedOnes.Contains(name)).Select(name => Place(columns, name)).ToList();
        if (places.Count == 0)
        {
            return [];
        }

        var literals = Literals(text);
        var choices = places.ConvertAll(place => Choices(table.Columns.First(column => Same(column.Name, columns[place])), row[place], literals));
        return Combinations(choices).Take(Most).Select(choice =>
        {
            var changed = row.ToArray();
            for (var index = 0; index < places.Count; index++)
            {
                changed[places[index]] = choice[index];
            }

            return changed;
        });
    }

    /// <summary>The check that an engine's message names, by its name or by its text; null for none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="message">Why a row was refused.</param>
    public static CheckConstraint? Named(RowTable table, string message)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(message);
        return table.Catalogs.Values.SelectMany(catalog => catalog.Checks).FirstOrDefault(check =>
            check.Name is { Length: > 0 } name ? Mentioned(message, [name]).Any() : message.Contains(check.Expression, StringComparison.Ordinal));
    }

    /// <summary>Texts and numbers that a piece of SQL holds.</summary>
    public static IReadOnlyList<string> Literals(string sql) =>
        [.. LiteralPattern().Matches(sql).Select(match => match.Groups["text"].Success ? match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal) : match.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Which of these names a piece of SQL mentions.</summary>
    internal static IEnumerable<string> Mentioned(string sql, IEnumerable<string> names)
    {
        var words = WordPattern().Matches(sql).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Where(name => words.Contains(name) || (name.Any(c => !char.IsLetterOrDigit(c) && c != '_') && sql.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether a literal is a value of the column.</summary>
    internal static bool Holds(RowColumn column, string literal) => column.Kind switch
    {
        ValueKind.Text => literal.Length > 0 && ColumnValues.Fit(column, literal) == literal && (column.Type.Values.Count == 0 || column.Type.Values.Contains(literal)),
        ValueKind.Boolean => literal is "0" or "1",
        ValueKind.Integer or ValueKind.Decimal or ValueKind.Float =>
            decimal.TryParse(literal, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= 127 && (column.Kind != ValueKind.Integer || decimal.IsInteger(number)),
        ValueKind.Binary or ValueKind.Json or ValueKind.Unknown => false,
        _ => !ValueText.IsForeign(ValueText.Of(column.Kind, literal)),
    };

    private static IReadOnlyList<string?> Choices(RowColumn column, string? current, IReadOnlyList<string> literals)
    {
        var (low, high, usual, twin) = ColumnValues.Of(column);
        var held = literals.Where(literal => Holds(column, literal)).Select(literal => ValueText.Of(column.Kind, literal));
        IEnumerable<string?> around = column.Kind switch
        {
            ValueKind.Integer or ValueKind.Decimal or ValueKind.Float => Numbers(column, literals),
            ValueKind.Text => Texts(column, literals),
            _ => [],
        };
        return [.. new[] { current, usual }.Concat(held).Concat(around).Concat(column.IsNullable ? [null] : []).Concat([twin, low, high]).Distinct()];
    }

    private static IEnumerable<string> Numbers(RowColumn column, IReadOnlyList<string> literals) =>
        from literal in literals.Append("0")
        let number = decimal.TryParse(literal, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed) ? parsed : (decimal?)null
        where number is not null && Math.Abs(number.Value) < 1_000_000_000
        from near in new[] { number.Value, number.Value + 1, number.Value - 1 }
        where column.Kind != ValueKind.Integer || decimal.IsInteger(near)
        select ValueText.Of(ValueKind.Decimal, near.ToString(CultureInfo.InvariantCulture))!;

    /// <summary>A number in a check of a text is likely a length.</summary>
    private static IEnumerable<string> Texts(RowColumn column, IReadOnlyList<string> literals) =>
        from literal in literals
        where int.TryParse(literal, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        let length = int.Parse(literal, CultureInfo.InvariantCulture)
        where length is > 0 and <= 200
        from text in new[] { new string('A', length), new string('1', length), new string('a', length), new string('A', Math.Max(1, length - 1)), new string('A', length + 1) }
        where ColumnValues.Fit(column, text) == text
        select text;

    private static IEnumerable<IReadOnlyList<string?>> Combinations(List<IReadOnlyList<string?>> choices)
    {
        IEnumerable<IReadOnlyList<string?>> all = [[]];

        // By the sum of the places: the first choices of all columns are the likely ones.
        foreach (var choice in choices)
        {
            var sofar = all;
            all = sofar.SelectMany(head => choice.Select(value => (IReadOnlyList<string?>)[.. head, value]));
        }

        return choices.Count <= 1 ? all : all.Take(Most * 20).OrderBy(combination => combination.Select((value, column) => Place(choices[column], value)).Sum());
    }

    private static int Place(IReadOnlyList<string?> list, string? item)
    {
        var place = 0;
        while (!string.Equals(list[place], item, StringComparison.Ordinal))
        {
            place++;
        }

        return place;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"'(?<text>(?:[^']|'')*)'|(?<![\w.])-?\d+(?:\.\d+)?(?!\w)")]
    private static partial Regex LiteralPattern();

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{N}_]*")]
    private static partial Regex WordPattern();
}
