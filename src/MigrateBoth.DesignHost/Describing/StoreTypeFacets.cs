using System.Globalization;
using System.Text.RegularExpressions;

using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>What <c>HasColumnType("varchar(20)")</c> says beside the type: EF Core keeps it as text only.</summary>
/// <param name="Length">The longest value of a text or of bytes, or null.</param>
/// <param name="Precision">The digits of a decimal, or null.</param>
/// <param name="Scale">Those of them after the point, or null.</param>
internal sealed partial record StoreTypeFacets(int? Length, int? Precision, int? Scale)
{
    private static readonly StoreTypeFacets None = new(null, null, null);

    /// <summary>Those that the model itself names; what a provider chooses by itself is none of the model's saying.</summary>
    public static StoreTypeFacets Of(IReadOnlyProperty? property, string storeType)
    {
        if (property?.FindAnnotation(RelationalAnnotationNames.ColumnType) is null || Parenthesis().Match(storeType) is not { Success: true } match)
        {
            return None;
        }

        var first = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var second = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : (int?)null;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(decimal) ? new StoreTypeFacets(null, first, second)
            : type == typeof(string) || type == typeof(byte[]) ? new StoreTypeFacets(first, null, null)
            : None;
    }

    [GeneratedRegex("""\(\s*(\d{1,9})\s*(?:,\s*(\d{1,9})\s*)?\)""")]
    private static partial Regex Parenthesis();
}
