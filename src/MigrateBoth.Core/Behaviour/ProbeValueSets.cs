using System.Globalization;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Rows;

namespace MigrateBoth.Core.Behaviour;

/// <summary>A value that is written.</summary>
/// <param name="Text">The value as invariant text; null is NULL.</param>
/// <param name="Trait">What is special about it.</param>
public sealed record TraitedValue(string? Text, ValueTrait Trait = ValueTrait.Plain);

/// <summary>The values of <see cref="BoundaryValues"/> that probes write, as the text that the design host reads.</summary>
public static class ProbeValueSets
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    // Each type of element reads some of them.
    private static readonly string[] Lists =
    [
        "[]", "[1,2,3]", "[\"a\",\"B\"]", "[true,false]", "[1.5,-0.25]", "[\"2020-02-29T12:34:56\"]", "[\"2020-02-29\"]", "[\"12:34:56\"]", "[\"0f8fad5b-d9cb-469f-a165-70867728950e\"]",
    ];

    /// <summary>The values for a property.</summary>
    public static IReadOnlyList<TraitedValue> Of(ProbeSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var values = subject.Kind switch
        {
            ProbeValueKind.Enum => Plain(subject.Sqlite.Members.Count == 0 ? ["0", "1"] : subject.Sqlite.Members.Take(12)),
            ProbeValueKind.Collection => Plain(Lists),
            ProbeValueKind.Spelled => Plain(subject.Sqlite.Spellings),
            _ => [.. Boundaries(subject), .. Plain(BesideThem(subject))],
        };
        return [.. values.DistinctBy(value => value.Text), .. subject.Sqlite.IsNullable && subject.MySql.IsNullable ? [new TraitedValue(null)] : Array.Empty<TraitedValue>()];
    }

    private static IEnumerable<TraitedValue> Plain(IEnumerable<string> texts) => texts.Select(text => new TraitedValue(text));

    private static IEnumerable<TraitedValue> Boundaries(ProbeSubject subject) => ColumnOf(subject) is not { } column ? []
        : BoundaryValues.All(column).Where(value => IsAsked(subject, value)).Select(value => new TraitedValue(TextOf(subject.Kind, value.Value!), value.Trait));

    /// <summary>What no column has of its own: the kind of a DateTime, and what types of the application are made of.</summary>
    private static IEnumerable<string> BesideThem(ProbeSubject subject) => subject.Kind switch
    {
        ProbeValueKind.DateTime => ["2020-02-29T12:34:56Z"],
        ProbeValueKind.Text when subject.Sqlite.IsOwnType => ProbeTexts.OfOwnTypes.Where(text => text.Length <= (subject.Limit ?? int.MaxValue)),
        _ => [],
    };

    private static LogicalColumn? ColumnOf(ProbeSubject subject)
    {
        LogicalColumn New(LogicalKind kind) => new(subject.Sqlite.Name, kind) { FractionDigits = subject.Fraction, MaxLength = subject.Limit };
        LogicalColumn Whole(int bits, bool isUnsigned = false) => New(LogicalKind.Integer) with { Bits = bits, IsUnsigned = isUnsigned };
        return subject.Kind switch
        {
            ProbeValueKind.Text => New(LogicalKind.Text) with { CountsBytes = subject.IsLimitInBytes },
            ProbeValueKind.Char => New(LogicalKind.Text) with { MaxLength = 1 },
            ProbeValueKind.Bool => New(LogicalKind.Boolean),
            ProbeValueKind.Byte => Whole(8, isUnsigned: true),
            ProbeValueKind.SByte => Whole(8),
            ProbeValueKind.Short => Whole(16),
            ProbeValueKind.UShort => Whole(16, isUnsigned: true),
            ProbeValueKind.Int => Whole(32),
            ProbeValueKind.UInt => Whole(32, isUnsigned: true),
            ProbeValueKind.Long => Whole(64),
            ProbeValueKind.ULong => Whole(64, isUnsigned: true),
            ProbeValueKind.Float => New(LogicalKind.Float) with { Bits = 32 },
            ProbeValueKind.Double => New(LogicalKind.Float),
            ProbeValueKind.Decimal => New(LogicalKind.Decimal) with { Precision = subject.Digits.Precision, Scale = subject.Digits.Scale },
            ProbeValueKind.DateTime => New(LogicalKind.DateTime),
            ProbeValueKind.DateTimeOffset => New(LogicalKind.DateTime) with { HasOffset = true },
            ProbeValueKind.Date => New(LogicalKind.Date),
            ProbeValueKind.Time => New(LogicalKind.Time),
            ProbeValueKind.TimeSpan => New(LogicalKind.Time) with { IsSpan = true },
            ProbeValueKind.Guid => New(LogicalKind.Guid),
            ProbeValueKind.Bytes => New(LogicalKind.Binary),
            _ => null,
        };
    }

    /// <summary>
    /// Left out is what no application writes or what says nothing of the mapping: .NET measures texts in UTF-16 units and has no char but of one unit;
    /// a converter to UTC moves the first and the last day off the calendar in some time zones.
    /// </summary>
    private static bool IsAsked(ProbeSubject subject, LogicalValue value) => value.Value switch
    {
        string text => subject.Kind == ProbeValueKind.Char ? text.Length == 1 : value.IsBeyond || text.Length <= (subject.Limit ?? int.MaxValue),
        DateTime moment => IsAwayFromTheEnds(moment),
        DateTimeOffset moment => IsAwayFromTheEnds(moment.DateTime),
        _ => true,
    };

    private static bool IsAwayFromTheEnds(DateTime moment) => moment >= DateTime.MinValue.AddDays(1) && moment < DateTime.MaxValue.Date;

    private static string TextOf(ProbeValueKind kind, object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.############################", Invariant),
        double number => kind == ProbeValueKind.Float ? ((float)number).ToString("R", Invariant) : number.ToString("R", Invariant),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", Invariant),
        DateTimeOffset moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", Invariant),
        DateOnly date => date.ToString("yyyy-MM-dd", Invariant),
        TimeSpan time => time.ToString("c", Invariant),
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable other => other.ToString(null, Invariant),
        _ => (string)value,
    };
}
