namespace MigrateBoth.Core.Rows;

/// <summary>
/// The values at which engines part, by kind and facets of a column: the only such list. Expressions, the round trip and the probes of behaviour take from it,
/// and each says for itself what it leaves out. The same column always gives the same list.
/// </summary>
public static class BoundaryValues
{
    private const int LongestLiteral = 1000;
    private const int EarliestYear = 1000;

    /// <summary>All of them but NULL: ordinary ones first, then what is on an edge, then what the column does not hold.</summary>
    public static IReadOnlyList<LogicalValue> All(LogicalColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var values = column.Values.Count > 0 ? column.Values.Select(value => new LogicalValue(value)) : column.Kind switch
        {
            LogicalKind.Boolean => [new(true), new(false)],
            LogicalKind.Integer => BoundaryNumbers.Integers(column),
            LogicalKind.Decimal => BoundaryNumbers.Decimals(column),
            LogicalKind.Float => BoundaryNumbers.Floats(column),
            LogicalKind.Text => BoundaryTexts.Texts(column),
            LogicalKind.Binary => BoundaryTexts.Bytes(column),
            LogicalKind.Json => BoundaryTexts.Documents.Select(document => new LogicalValue(document)),
            LogicalKind.Guid => BoundaryTexts.Guids.Select(guid => new LogicalValue(guid)),
            LogicalKind.Date => BoundaryTimes.Dates(column),
            LogicalKind.DateTime => column.HasOffset ? BoundaryTimes.Instants(column) : BoundaryTimes.Moments(column),
            LogicalKind.Time => BoundaryTimes.Times(column),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Kind, null),
        };
        return [.. values.DistinctBy(value => value.Value is byte[] bytes ? Convert.ToHexString(bytes) : value.Value)];
    }

    /// <summary>Those that an expression can be computed of, with NULL where it is allowed.</summary>
    public static IReadOnlyList<LogicalValue> Of(LogicalColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return [.. column.IsNullable ? [LogicalValue.Null] : Array.Empty<LogicalValue>(), .. All(column).Where(value => !value.IsBeyond && IsComputable(value))];
    }

    /// <summary>The least value that a column holds.</summary>
    public static object Least(LogicalColumn column) => Edges(column).Least;

    /// <summary>The greatest or longest value that a column holds.</summary>
    public static object Greatest(LogicalColumn column) => Edges(column).Greatest;

    private static (object Least, object Greatest) Edges(LogicalColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Kind switch
        {
            LogicalKind.Boolean => (false, true),
            LogicalKind.Integer => BoundaryNumbers.Range(column),
            LogicalKind.Decimal => BoundaryNumbers.DecimalRange(column),
            LogicalKind.Float => BoundaryNumbers.FloatRange(column),
            LogicalKind.Text => (string.Empty, BoundaryTexts.Longest(column)),
            LogicalKind.Binary => BoundaryTexts.ByteRange(column),
            LogicalKind.Json => (BoundaryTexts.Documents[1], BoundaryTexts.Documents[^1]),
            LogicalKind.Guid => (Guid.Empty, BoundaryTexts.LastGuid),
            LogicalKind.Date => (DateOnly.MinValue, DateOnly.MaxValue),
            LogicalKind.DateTime => (column.Earliest, BoundaryTimes.Cut(column.Latest, column)),
            LogicalKind.Time => BoundaryTimes.TimeRange(column),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Kind, null),
        };
    }

    /// <summary>
    /// What says nothing of an expression is left out: SQLite's functions end at NUL, MySQL promises nothing of years before 1000, twice the greatest number
    /// overflows on one engine only, the sum of what binary numbers do not hold exactly depends on the order of its rows, and a long literal makes all statements long.
    /// </summary>
    private static bool IsComputable(LogicalValue value) => value switch
    {
        { Trait: ValueTrait.Nul } => false,
        { Value: string text } => text.Length <= LongestLiteral,
        { Value: byte[] bytes } => bytes.Length <= LongestLiteral,
        { Value: DateOnly date } => date.Year >= EarliestYear,
        { Value: DateTime moment } => moment.Year >= EarliestYear,
        { Value: double number } => value.IsExtreme ? Math.Abs(number) is <= 1e300 and not float.MaxValue : number * 1024 % 1 == 0,
        _ => true,
    };
}
