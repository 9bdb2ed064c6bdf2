using System.Globalization;
using MigrateBoth.Core.Comparison.Types;
using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.History;

/// <summary>One thing that the model says of a column and that has to be the same under both providers.</summary>
/// <param name="Name">What it is, for display.</param>
/// <param name="Severity">How much a difference matters.</param>
/// <param name="Value">Reads it.</param>
/// <param name="Same">Compares it.</param>
/// <param name="Advice">What to do about a difference.</param>
internal sealed record ModelFacet(
    string Name,
    Severity Severity,
    Func<ModelColumn, string?> Value,
    Func<string?, string?, bool> Same,
    string Advice)
{
    private const string OneMapping = "Map the property alike under both providers: look for a condition on the provider in OnModelCreating.";
    private const string OneText = "Separate SQL per engine is correct if no text means the same on both; make sure that both do the same.";

    /// <summary>
    /// Facets that only one engine keeps (lengths, precision: catalogue row S-03) still say what the application means, but a difference
    /// is often there on purpose.
    /// </summary>
    public static IReadOnlyList<ModelFacet> All { get; } =
    [
        new("CLR type", Severity.Error, c => c.ClrType, Exactly, OneMapping),
        new("stored CLR type", Severity.Warning, c => c.ProviderClrType, SameStoredType, OneMapping),
        new("nullability", Severity.Error, c => c.IsNullable ? "optional" : "required", Exactly, OneMapping),
        new("maximum length", Severity.Warning, c => Text(c.MaxLength), Exactly, OneMapping),
        new("precision", Severity.Warning, c => Text(c.Precision), Exactly, OneMapping),
        new("scale", Severity.Warning, c => Text(c.Scale), Exactly, OneMapping),
        new("default value", Severity.Error, c => c.DefaultValue, Exactly, OneMapping),
        new("default SQL", Severity.Info, c => c.DefaultSql, SameSql, OneText),
        new("computed SQL", Severity.Info, c => c.ComputedSql, SameSql, OneText),
        new("storage of the computed value", Severity.Error, c => c.ComputedSql is null ? null : c.IsStored == true ? "stored" : "virtual", Exactly, OneMapping),
    ];

    /// <summary>Whether two texts of the model mean the same, each in its engine's dialect.</summary>
    public static bool SameSql(string? left, string? right) =>
        Exactly(left, right)
        || (left is not null && right is not null
            && SqlCanonicalizer.CrossEngine(left, SqlDialect.Sqlite).Text == SqlCanonicalizer.CrossEngine(right, SqlDialect.MySql).Text);

    /// <summary>A char is stored as text by either provider, one of which says so.</summary>
    private static bool SameStoredType(string? left, string? right) =>
        Exactly(left, right)
        || (left is not null && right is not null && ClrTypes.Of(left) == TypeFamilies.Text && ClrTypes.Of(right) == TypeFamilies.Text);

    private static bool Exactly(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    private static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
