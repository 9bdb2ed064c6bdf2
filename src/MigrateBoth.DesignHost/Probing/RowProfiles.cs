using System.Text.RegularExpressions;

using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Choices of the values that a row needs beside the one that is probed.</summary>
internal static class RowProfiles
{
    private static readonly string[] Numbers = ["1", "0", "2", "10", "100", "-1", "5", "1000"];

    private static readonly string[] Texts = ["a{0}", "a{0}@b.example", "https://b.example/{0}", "{0}", "AA", "{{}}", "[]", "+49301234{0}", "2020-01-02", "a", "true"];

    /// <summary>How many choices there are.</summary>
    public static int Count => 19;

    /// <summary>Whether optional properties get values as well: the last choice.</summary>
    public static bool FillsOptional(int profile) => profile == Count - 1;

    /// <summary>The value of a property in a choice; values of unique properties differ from row to row. Null where none is known.</summary>
    /// <param name="property">The property.</param>
    /// <param name="design">Its entity type in the design time model, which knows the checks.</param>
    /// <param name="profile">The choice.</param>
    /// <param name="row">The number of the row.</param>
    public static object? ValueOf(IProperty property, IEntityType? design, int profile, int row)
    {
        var kind = ProbeValues.KindOf(property);
        // First the literals of texts with numbers that are small, then the literals of all.
        var isLiteral = profile >= Numbers.Length && (profile >= Numbers.Length + 4 || kind is not (>= ProbeValueKind.Byte and <= ProbeValueKind.Decimal));
        var literals = isLiteral && design is not null ? Literals(property, design) : [];
        var unique = property.GetContainingKeys().Any() || property.GetContainingIndexes().Any(index => index.IsUnique);
        var candidates = literals.Count > 0 ? [literals[(profile - Numbers.Length) % literals.Count]] : Candidates(property, kind, profile, unique ? row : null);
        foreach (var candidate in candidates)
        {
            if (ProbeValues.TryParse(property, kind, candidate, out var value))
            {
                return value;
            }
        }

        return kind == ProbeValueKind.Other && property.ClrType is { IsAbstract: false } type && type.GetConstructor([]) is { } constructor ? constructor.Invoke([]) : null;
    }

    private static IEnumerable<string> Candidates(IProperty property, ProbeValueKind kind, int choice, int? row)
    {
        var profile = choice % Numbers.Length;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return kind switch
        {
            ProbeValueKind.Text => ProbeValues.IsBasic(type) ? TextsOf(property, row) : [.. TextsOf(property, row), .. ProbeTexts.OfOwnTypes, .. OwnSpelling.Of(type).Texts],
            ProbeValueKind.Char => [((char)('a' + ((row ?? 0) % 26))).ToString()],
            ProbeValueKind.Bool => [row % 2 == 1 || profile == 1 ? "true" : "false"],
            ProbeValueKind.Enum when type.IsEnum => Rotated(Enum.GetNames(type), row ?? 0),
            ProbeValueKind.Byte or ProbeValueKind.SByte => [row is null ? Positive(profile) : (100 + (row.Value % 27)).ToString(Invariant)],
            ProbeValueKind.Decimal when row is not null && WholeDigits(property) < 4 => [Fraction(property, row.Value)],
            >= ProbeValueKind.Short and <= ProbeValueKind.Decimal => [row is null ? Number(property, choice) : (Above(property, kind) + row.Value).ToString(Invariant), Positive(profile)],
            ProbeValueKind.DateTime => [$"{Day(row):yyyy-MM-dd}T10:30:00"],
            ProbeValueKind.DateTimeOffset => [$"{Day(row):yyyy-MM-dd}T10:30:00+00:00"],
            ProbeValueKind.Date => [$"{Day(row):yyyy-MM-dd}"],
            ProbeValueKind.Time => [$"10:{(row ?? 30) % 60:00}:00"],
            ProbeValueKind.TimeSpan => [$"01:{(row ?? 30) % 60:00}:00"],
            ProbeValueKind.Guid => [new Guid(row ?? 1, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]).ToString()],
            ProbeValueKind.Bytes => [(property.GetMaxLength() is { } length && property.IsFixedLength() == true ? new string('0', (length * 2) - Math.Min(8, length * 2)) : "") + (row ?? 1).ToString("X8", Invariant)],
            ProbeValueKind.Collection => ["[]"],
            ProbeValueKind.Spelled when OwnSpelling.Of(type).Texts is { Count: > 0 } texts => [texts[(row ?? 0) % texts.Count]],
            _ => [],
        };
    }

    private static IEnumerable<string> TextsOf(IProperty property, int? row)
    {
        var number = row is null ? "" : Base36(row.Value);
        foreach (var text in Texts)
        {
            var filled = string.Format(Invariant, text, number);
            if (property.GetMaxLength() is not { } length || filled.Length <= length)
            {
                yield return filled;
            }
            else if (row is not null && length > 0)
            {
                // From the other end of the alphabet than the codes that seeds use.
                var code = Base36(36 * 36 * 36 - 1 - row.Value);
                yield return code.Length <= length ? code : code[^length..];
            }
            else
            {
                yield return filled[..length];
            }
        }
    }

    private static IEnumerable<string> Rotated(string[] names, int by) => names.Length == 0 ? [] : [names[by % names.Length]];

    // The last but one choices rise and fall from column to column, for checks that compare columns with each other.
    private static string Number(IProperty property, int choice)
    {
        var place = property.DeclaringType.GetProperties().ToList().IndexOf(property);
        return choice == Count - 3 ? (1 + place).ToString(Invariant) : choice == Count - 2 ? (100 - place).ToString(Invariant) : Numbers[choice % Numbers.Length];
    }

    private static int WholeDigits(IProperty property) => property.GetPrecision() is { } precision ? precision - (property.GetScale() ?? 0) : int.MaxValue;

    // Where few digits stand before the point, those behind it distinguish the rows.
    private static string Fraction(IProperty property, int row)
    {
        var capacity = (int)Math.Pow(10, Math.Min(property.GetPrecision() ?? 9, 9));
        return new decimal(row % capacity, 0, 0, isNegative: false, (byte)Math.Min(property.GetScale() ?? 0, 28)).ToString(Invariant);
    }

    private static string Positive(int profile) => Numbers[profile].TrimStart('-');

    // Beyond what seeds and the database's own numbers use, within what the type takes.
    private static int Above(IProperty property, ProbeValueKind kind) =>
        kind is ProbeValueKind.Short or ProbeValueKind.UShort ? 10_000 : WholeDigits(property) < 7 ? 1 : 1_000_000;

    private static DateTime Day(int? row) => new DateTime(2020, 5, 17).AddDays(row ?? 0);

    private static string Base36(int number)
    {
        var text = "";
        do
        {
            text = "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36] + text;
            number /= 36;
        }
        while (number > 0);
        return text;
    }

    /// <summary>The literals of the checks that name a property's column.</summary>
    private static List<string> Literals(IProperty property, IEntityType design) =>
    [
        .. design.GetCheckConstraints()
            .Where(check => check.Sql.Contains(property.GetColumnName(), StringComparison.OrdinalIgnoreCase))
            .SelectMany(check => Regex.Matches(check.Sql, @"'((?:[^']|'')*)'|(?<![\w.])-?\d+(?:\.\d+)?").Select(match => match.Groups[1].Success ? match.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal) : match.Value)),
    ];

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}

/// <summary>What the model says of a property, in words that all versions of EF Core share.</summary>
internal static class PropertyFacts
{
    /// <summary>Whether it tells types of a hierarchy apart, which EF Core fills in.</summary>
    public static bool IsShadowDiscriminator(this IProperty property) =>
        property.DeclaringType is IEntityType type && type.FindDiscriminatorProperty() == property;
}
