using System.Collections;
using System.Globalization;
using System.Text.Json;

using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Values of probes as text and as what a property takes. The same value is the same text on both engines.</summary>
internal static class ProbeValues
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly Dictionary<Type, ProbeValueKind> Kinds = new()
    {
        [typeof(string)] = ProbeValueKind.Text,
        [typeof(char)] = ProbeValueKind.Char,
        [typeof(bool)] = ProbeValueKind.Bool,
        [typeof(byte)] = ProbeValueKind.Byte,
        [typeof(sbyte)] = ProbeValueKind.SByte,
        [typeof(short)] = ProbeValueKind.Short,
        [typeof(ushort)] = ProbeValueKind.UShort,
        [typeof(int)] = ProbeValueKind.Int,
        [typeof(uint)] = ProbeValueKind.UInt,
        [typeof(long)] = ProbeValueKind.Long,
        [typeof(ulong)] = ProbeValueKind.ULong,
        [typeof(float)] = ProbeValueKind.Float,
        [typeof(double)] = ProbeValueKind.Double,
        [typeof(decimal)] = ProbeValueKind.Decimal,
        [typeof(DateTime)] = ProbeValueKind.DateTime,
        [typeof(DateTimeOffset)] = ProbeValueKind.DateTimeOffset,
        [typeof(DateOnly)] = ProbeValueKind.Date,
        [typeof(TimeOnly)] = ProbeValueKind.Time,
        [typeof(TimeSpan)] = ProbeValueKind.TimeSpan,
        [typeof(Guid)] = ProbeValueKind.Guid,
        [typeof(byte[])] = ProbeValueKind.Bytes,
    };

    /// <summary>The kind of value that a property takes; that of its column where its own type is the application's.</summary>
    public static ProbeValueKind KindOf(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return OfType(type) is { } own ? own
            : IsCollection(property, type) ? ProbeValueKind.Collection
            : ConverterOf(property) is { } converter && OfType(converter.ProviderClrType) is { } stored ? stored
            : OwnSpelling.Of(type) is { Texts.Count: > 0 } ? ProbeValueKind.Spelled
            : ProbeValueKind.Other;
    }

    /// <summary>Whether a CLR type is one that LINQ providers know.</summary>
    public static bool IsBasic(Type type) => OfType(type) is not null;

    /// <summary>The converter between a property and its column, or null.</summary>
    public static ValueConverter? ConverterOf(IReadOnlyProperty property) => property.GetValueConverter() is { } own && OfType(own.ProviderClrType) is not null ? own : property.FindTypeMapping()?.Converter;

    /// <summary>The value as the property takes it. False where the application's type has no such value, which is neither engine's doing.</summary>
    public static bool TryParse(IProperty property, ProbeValueKind kind, string? text, out object? value)
    {
        value = null;
        if (text is null)
        {
            return property.IsNullable;
        }

        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        try
        {
            value = kind == ProbeValueKind.Spelled ? OwnSpelling.Of(type).Read(text)
                : kind == ProbeValueKind.Collection ? JsonSerializer.Deserialize(text, type)
                : OfType(type) is not null ? Parse(type, text)
                : FromStored(ConverterOf(property)!, text);
            return value is not null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The type's own rules refuse it, before any database is asked.
            return false;
        }
    }

    /// <summary>A value of a basic type.</summary>
    public static object Parse(Type type, string text) => type switch
    {
        { IsEnum: true } => Enum.Parse(type, text),
        _ when type == typeof(string) => text,
        _ when type == typeof(char) => text[0],
        _ when type == typeof(bool) => bool.Parse(text),
        _ when type == typeof(decimal) => decimal.Parse(text, NumberStyles.Number, Invariant),
        _ when type == typeof(float) => float.Parse(text, Invariant),
        _ when type == typeof(double) => double.Parse(text, Invariant),
        _ when type == typeof(DateTime) => DateTime.Parse(text, Invariant, DateTimeStyles.RoundtripKind),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(text, Invariant),
        _ when type == typeof(DateOnly) => DateOnly.Parse(text, Invariant),
        _ when type == typeof(TimeOnly) => TimeOnly.Parse(text, Invariant),
        _ when type == typeof(TimeSpan) => TimeSpan.Parse(text, Invariant),
        _ when type == typeof(Guid) => Guid.Parse(text),
        _ when type == typeof(byte[]) => Convert.FromHexString(text),
        _ => Convert.ChangeType(text, type, Invariant),
    };

    /// <summary>The text of a value of a property of that kind.</summary>
    public static string? Format(object? value, IProperty property, ProbeValueKind kind) =>
        kind == ProbeValueKind.Spelled && value is not null ? OwnSpelling.Of(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).Write(value) : Format(value, property);

    /// <summary>The text of a value that came back.</summary>
    public static string? Format(object? value, IReadOnlyProperty? property = null) => value switch
    {
        null or DBNull => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.############################", Invariant),
        float number => number.ToString("R", Invariant),
        double number => number.ToString("R", Invariant),
        DateTime time => time.ToString("O", Invariant),
        DateTimeOffset time => time.ToString("O", Invariant),
        DateOnly date => date.ToString("O", Invariant),
        TimeOnly time => time.ToString("O", Invariant),
        TimeSpan span => span.ToString("c", Invariant),
        byte[] bytes => Convert.ToHexString(bytes),
        Enum member => member.ToString(),
        _ when property is not null && ConverterOf(property) is { } converter && converter.ModelClrType.IsInstanceOfType(value)
            && converter.ProviderClrType != value.GetType() => Format(converter.ConvertToProvider(value)),
        IFormattable formattable => formattable.ToString(null, Invariant),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(item => Format(item)))}]",
        _ => value.ToString(),
    };

    private static bool IsCollection(IProperty property, Type type) =>
        property.GetElementType() is not null && typeof(IEnumerable).IsAssignableFrom(type);

    private static ProbeValueKind? OfType(Type type) =>
        Kinds.TryGetValue(type, out var kind) ? kind : type.IsEnum ? ProbeValueKind.Enum : null;

    private static object? FromStored(ValueConverter converter, string text)
    {
        var stored = converter.ProviderClrType;
        return converter.ConvertFromProvider(Parse(Nullable.GetUnderlyingType(stored) ?? stored, text));
    }
}
