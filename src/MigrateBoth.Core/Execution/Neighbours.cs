using System.Globalization;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Rows;

namespace MigrateBoth.Core.Execution;

/// <summary>Adds to the boundary values what lies around the literals of the expressions: the rows at which a condition turns.</summary>
internal sealed class Neighbours
{
    private static readonly string[] ValuesAtAPath = ["\"x\"", "1", "null", "[1, \"y\"]", "{\"a\": 1}"];

    private const int LongestText = 300;

    private readonly List<decimal> _numbers = [];
    private readonly List<string> _texts = [];

    public Neighbours(IEnumerable<ExpressionPair> pairs)
    {
        foreach (var pair in pairs)
        {
            Collect(pair.Left, SqlDialect.Sqlite);
            Collect(pair.Right, SqlDialect.MySql);
        }
    }

    /// <summary>Whether texts with letters beyond ASCII are left out.</summary>
    public bool IsAsciiOnly { get; init; }

    public IReadOnlyList<LogicalValue> ValuesOf(LogicalColumn column)
    {
        column = IsAsciiOnly && column.Kind == LogicalKind.Text ? column with { IsAscii = true } : column;
        var own = BoundaryValues.Of(column);
        var known = own.Select(value => value.Value).ToHashSet();
        return [.. own, .. Around(column).Where(value => Fits(column, value)).Distinct().Where(value => !known.Contains(value)).Take(80).Select(value => new LogicalValue(value))];
    }

    private void Collect(string sql, SqlDialect dialect)
    {
        foreach (var token in SqlTokenizer.Tokenize(sql, dialect) ?? [])
        {
            if (token.Kind == SqlTokenKind.Binary && token.Text.Length <= 14)
            {
                // A literal of bytes is a number to one engine and a text to the other.
                _numbers.Add(Convert.ToInt64(token.Text, 16));
                _texts.Add(System.Text.Encoding.Latin1.GetString(Convert.FromHexString(token.Text)));
            }

            if (token.Kind == SqlTokenKind.Number && decimal.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !_numbers.Contains(number))
            {
                _numbers.Add(number);
            }
            else if (token.Kind == SqlTokenKind.String && token.Text.Length <= LongestText && !_texts.Contains(token.Text))
            {
                _texts.Add(token.Text);
            }
        }
    }

    private IEnumerable<object> Around(LogicalColumn column) => column.Kind switch
    {
        LogicalKind.Integer => _numbers.Select(decimal.Truncate).SelectMany(number => new object[] { number, number - 1, number + 1, -number }),
        LogicalKind.Decimal => _numbers.SelectMany(number => new object[] { number, number - 1, number + 1, number - 0.5m, number * 10, -number }),
        LogicalKind.Float => _numbers.SelectMany(number => new object[] { (double)number, (double)number - 0.5, (double)number + 0.5, -(double)number }),
        LogicalKind.Text when column.Values.Count == 0 =>
        [
            .. _texts.SelectMany(TextsLike),
            .. Unescaped,
            .. _numbers.Where(number => number is >= 1 and <= LongestText && decimal.Truncate(number) == number)
                .SelectMany(number => new object[] { new string('a', (int)number), new string('a', (int)number + 1), string.Concat(Enumerable.Repeat("é", (int)number)) }),
            .. _numbers.Select(Text),
            .. _numbers.SelectMany(OtherTexts),
        ],
        LogicalKind.Date => Moments.SelectMany(moment => new object[] { DateOnly.FromDateTime(moment), DateOnly.FromDateTime(moment).AddDays(1) }),
        LogicalKind.DateTime => Moments.SelectMany(moment => new object[] { moment, moment.Date, moment.AddSeconds(1), moment.AddDays(1) }),
        _ => [],
    };

    /// <summary>What patterns match literally: a text of one character may be what they are escaped with.</summary>
    private IEnumerable<object> Unescaped => from escape in _texts.Where(text => text.Length == 1)
                                             from pattern in _texts.Where(text => text.Length > 1 && text.Contains(escape, StringComparison.Ordinal))
                                             let plain = pattern.Replace(escape, string.Empty, StringComparison.Ordinal)
                                             from value in new[] { plain, plain.ToUpperInvariant(), plain.ToLowerInvariant() }
                                             select value;

    private IEnumerable<DateTime> Moments => _texts
        .Select(text => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && text.Contains('-', StringComparison.Ordinal) ? moment : (DateTime?)null)
        .OfType<DateTime>()
        .Where(moment => moment.Year is > 1000 and < 9999);

    /// <summary>The literal, its case twins, with more around it, and what it matches as a pattern.</summary>
    private static IEnumerable<object> TextsLike(string text)
    {
        if (text.StartsWith("$.", StringComparison.Ordinal))
        {
            // A path into a document: texts without that place say nothing of it.
            var key = text[2..].Split('.', '[')[0].Trim('"');
            return ValuesAtAPath.Select(value => $"{{\"{key}\": {value}}}").Append("{}");
        }

        var matched = text.Replace("%", "xy", StringComparison.Ordinal).Replace('_', 'z');
        return
        [
            text, text.Length < 2 ? Mutations.Planted : Mutations.Planted + text, text.ToUpperInvariant(), text.ToLowerInvariant(), text + " ", " " + text, "x" + text, text + "x", matched, matched.ToUpperInvariant(), matched.ToLowerInvariant(),
            text.Replace("%", string.Empty, StringComparison.Ordinal).Replace("\\", string.Empty, StringComparison.Ordinal),
        ];
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Texts that are the number to an engine that compares numbers, and other texts to one that compares texts.</summary>
    private static IEnumerable<string> OtherTexts(decimal number) => [Text(number) + (Text(number).Contains('.', StringComparison.Ordinal) ? "0" : ".0"), " " + Text(number), "0" + Text(number)];

    private static bool Fits(LogicalColumn column, object value) => value switch
    {
        string text => (!column.IsAscii || text.All(char.IsAscii)) && (column.MaxLength is not { } max || text.EnumerateRunes().Count() <= max),
        decimal number when column.Kind == LogicalKind.Integer => Math.Abs(number) < Limit(column) && (!column.IsUnsigned || number >= 0),
        decimal number => decimal.Round(number, Math.Min(column.Scale, 20)) == number && Math.Abs(number) < (decimal)Math.Pow(10, Math.Min(column.Precision - column.Scale, 27)),
        double number => column.Bits == 64 || (float)number == number,
        _ => true,
    };

    private static decimal Limit(LogicalColumn column) => (decimal)Math.Pow(2, Math.Min(column.Bits - 1, 62));
}
