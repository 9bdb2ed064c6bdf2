using MigrateBoth.Core.Comparison.Types;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.RoundTrip;

/// <summary>What a column's values mean, whatever an engine stores them as.</summary>
public enum ValueKind
{
    /// <summary>Not known: values of such a column are neither made nor compared, and the stage says so.</summary>
    Unknown,

    /// <summary>0 or 1.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>An exact decimal.</summary>
    Decimal,

    /// <summary>A binary floating-point number.</summary>
    Float,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A JSON document; compared without regard to white space and to the order of members.</summary>
    Json,

    /// <summary>A binary string.</summary>
    Binary,

    /// <summary>A Guid, as text or as bytes.</summary>
    Guid,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A span of time.</summary>
    Span,

    /// <summary>A date with a time of day.</summary>
    DateTime,

    /// <summary>A moment. SQLite keeps its offset, MySQL keeps UTC (catalogue row S-14).</summary>
    Instant,
}

/// <summary>Determines the kind of a column from the model's mapping and from the declared types.</summary>
internal static class ValueKinds
{
    private static readonly Dictionary<string, ValueKind> ByClrType = new(StringComparer.Ordinal)
    {
        ["bool"] = ValueKind.Boolean,
        ["byte"] = ValueKind.Integer,
        ["sbyte"] = ValueKind.Integer,
        ["short"] = ValueKind.Integer,
        ["ushort"] = ValueKind.Integer,
        ["int"] = ValueKind.Integer,
        ["uint"] = ValueKind.Integer,
        ["long"] = ValueKind.Integer,
        ["ulong"] = ValueKind.Integer,
        ["decimal"] = ValueKind.Decimal,
        ["float"] = ValueKind.Float,
        ["double"] = ValueKind.Float,
        ["char"] = ValueKind.Text,
        ["string"] = ValueKind.Text,
        ["byte[]"] = ValueKind.Binary,
        ["Guid"] = ValueKind.Guid,
        ["DateTime"] = ValueKind.DateTime,
        ["DateTimeOffset"] = ValueKind.Instant,
        ["DateOnly"] = ValueKind.Date,
        ["TimeOnly"] = ValueKind.Time,
        ["TimeSpan"] = ValueKind.Span,
    };

    private static readonly (TypeFamilies Family, ValueKind Kind)[] ByFamily =
    [
        (TypeFamilies.Text, ValueKind.Text),
        (TypeFamilies.Boolean, ValueKind.Boolean),
        (TypeFamilies.Integer, ValueKind.Integer),
        (TypeFamilies.Decimal, ValueKind.Decimal),
        (TypeFamilies.Float, ValueKind.Float),
        (TypeFamilies.Binary, ValueKind.Binary),
        (TypeFamilies.DateTime, ValueKind.DateTime),
        (TypeFamilies.Date, ValueKind.Date),
        (TypeFamilies.Time, ValueKind.Span),
        (TypeFamilies.Json, ValueKind.Json),
        (TypeFamilies.Guid, ValueKind.Guid),
    ];

    /// <summary>The kind of one column that both engines may have.</summary>
    /// <param name="columns">The column in each catalog that has it.</param>
    /// <param name="mapped">What each engine's model says of it.</param>
    public static ValueKind Of(IReadOnlyDictionary<Engine, Column> columns, IEnumerable<ModelColumn> mapped)
    {
        // The server's types are the stricter ones: what the model claims counts only as long as the column can hold it.
        var strict = columns.TryGetValue(Engine.MySql, out var mySql) ? (Engine.MySql, mySql) : (Engine.Sqlite, columns[Engine.Sqlite]);
        var families = TypeAffinity.Of(strict.Item1, strict.Item2.Type);
        var claimed = mapped.Select(column => ByClrType.GetValueOrDefault(column.ProviderClrType.TrimEnd('?'))).FirstOrDefault(kind => kind != ValueKind.Unknown);
        if (claimed != ValueKind.Unknown && (families is TypeFamilies.None or TypeFamilies.Spatial || families.HasFlag(FamilyOf(claimed))))
        {
            return claimed == ValueKind.Text && families == TypeFamilies.Json ? ValueKind.Json : claimed;
        }

        if (families is TypeFamilies.None or TypeFamilies.Spatial)
        {
            return ValueKind.Unknown;
        }

        // MySQL's whole numbers can all be truth values; only tinyint(1) and bit(1) usually are.
        var type = strict.Item2.Type;
        var isWhole = families.HasFlag(TypeFamilies.Integer) && type is not { Precision: 1, Name: "tinyint" or "bit" };
        return isWhole ? ValueKind.Integer : ByFamily.First(item => families.HasFlag(item.Family)).Kind;
    }

    private static TypeFamilies FamilyOf(ValueKind kind) => kind switch
    {
        ValueKind.Time or ValueKind.Span => TypeFamilies.Time,
        ValueKind.Instant => TypeFamilies.DateTime,
        _ => ByFamily.First(item => item.Kind == kind).Family,
    };
}
