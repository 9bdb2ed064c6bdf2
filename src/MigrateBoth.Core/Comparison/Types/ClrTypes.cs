using System.Collections.Frozen;

namespace MigrateBoth.Core.Comparison.Types;

/// <summary>Which values a CLR type holds, by its C# name.</summary>
internal static class ClrTypes
{
    private static readonly FrozenDictionary<string, TypeFamilies> Families = new Dictionary<string, TypeFamilies>(StringComparer.Ordinal)
    {
        ["bool"] = TypeFamilies.Boolean,
        ["byte"] = TypeFamilies.Integer,
        ["sbyte"] = TypeFamilies.Integer,
        ["short"] = TypeFamilies.Integer,
        ["ushort"] = TypeFamilies.Integer,
        ["int"] = TypeFamilies.Integer,
        ["uint"] = TypeFamilies.Integer,
        ["long"] = TypeFamilies.Integer,
        ["ulong"] = TypeFamilies.Integer,
        ["decimal"] = TypeFamilies.Decimal,
        ["float"] = TypeFamilies.Float,
        ["double"] = TypeFamilies.Float,
        ["char"] = TypeFamilies.Text,
        ["string"] = TypeFamilies.Text,
        ["byte[]"] = TypeFamilies.Binary,
        ["Guid"] = TypeFamilies.Guid,
        ["DateTime"] = TypeFamilies.DateTime,
        ["DateTimeOffset"] = TypeFamilies.DateTime,
        ["DateOnly"] = TypeFamilies.Date,
        ["TimeOnly"] = TypeFamilies.Time,
        ["TimeSpan"] = TypeFamilies.Time,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The family of a type such as <c>decimal?</c> or <c>DateOnly</c>; none for any other.</summary>
    public static TypeFamilies Of(string clrType) => Families.GetValueOrDefault(clrType.TrimEnd('?'));
}
