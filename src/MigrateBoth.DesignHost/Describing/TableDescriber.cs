using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using MigrateBoth.Core.Model;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>Describes a table of the relational model: where TPH, owned types and table splitting have become columns.</summary>
internal static class TableDescriber
{
    public static ModelTable Describe(ITable table) => new()
    {
        Name = table.Name,
        Schema = table.Schema,
        EntityTypes = [.. table.EntityTypeMappings.Select(mapping => mapping.TypeBase.DisplayName()).Distinct()],
        Columns = [.. table.Columns.Select(ColumnDescriber.Describe).OrderBy(column => column.Name, StringComparer.Ordinal)],
        Checks =
        [
            .. table.CheckConstraints
                .Select(check => new ModelCheck(check.Name ?? check.ModelName, check.Sql))
                .DistinctBy(check => check.Name, StringComparer.Ordinal)
                .OrderBy(check => check.Name, StringComparer.Ordinal),
        ],
        Triggers = [.. table.Triggers.Select(trigger => trigger.GetDatabaseName() ?? trigger.ModelName).Distinct().Order(StringComparer.Ordinal)],
        IsExcludedFromMigrations = table.IsExcludedFromMigrations,
    };
}

/// <summary>Describes a column: a mapped property's, several shared ones', or the container of a JSON document.</summary>
internal static class ColumnDescriber
{
    public static ModelColumn Describe(IColumn column)
    {
        var mapped = column.PropertyMappings.Count > 0 ? column.PropertyMappings[0] : null;
        var property = mapped?.Property;
        var mapping = mapped?.TypeMapping;
        var facets = StoreTypeFacets.Of(property, column.StoreType);
        var hasDefault = column.TryGetDefaultValue(out var value) && value is not null and not DBNull;
        return new ModelColumn
        {
            Name = column.Name,
            Property = property is null ? JsonOwner(column) : $"{property.DeclaringType.DisplayName()}.{property.Name}",
            ClrType = property is null ? "json" : CSharpTypeNames.Write(property.ClrType, property.IsNullable),
            ProviderClrType = property is null
                ? "string"
                : CSharpTypeNames.Write(mapping!.Converter?.ProviderClrType ?? property.ClrType, property.IsNullable),
            StoreType = column.StoreType,
            IsNullable = column.IsNullable,
            MaxLength = property is null ? null : column.MaxLength ?? facets.Length,
            Precision = property is null ? null : column.Precision ?? facets.Precision,
            Scale = property is null ? null : column.Scale ?? facets.Scale,
            IsUnicode = property is null ? null : column.IsUnicode,
            IsFixedLength = property is null ? null : column.IsFixedLength,
            DefaultSql = property is null ? null : column.DefaultValueSql,
            DefaultLiteral = hasDefault ? Literal(mapping, value!) : null,
            DefaultValue = hasDefault ? Invariant(value!) : null,
            ComputedSql = property is null ? null : column.ComputedColumnSql,
            IsStored = property is null ? null : column.IsStored,
            Collation = property is null ? null : column.Collation,
            Comment = property is null ? null : column.Comment,
            IsIdentity = IsIdentity(column),
            IsConcurrencyToken = column.PropertyMappings.Any(other => other.Property.IsConcurrencyToken),
        };
    }

    private static string JsonOwner(IColumn column) =>
        column.Table.EntityTypeMappings.Select(mapping => mapping.TypeBase).OfType<IEntityType>()
            .FirstOrDefault(type => type.GetContainerColumnName() == column.Name)?.DisplayName() ?? column.Name;

    private static string? Literal(RelationalTypeMapping? mapping, object value)
    {
        if (mapping is null)
        {
            return null;
        }

        // The column's default is the provider's value already when a converter is in between.
        return mapping.Converter is { } converter && converter.ModelClrType.IsInstanceOfType(value)
            ? mapping.GenerateSqlLiteral(value)
            : mapping.GenerateProviderValueSqlLiteral(value);
    }

    private static string Invariant(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // Each provider has an annotation of its own for it, put on the column by its annotation provider.
    private static bool IsIdentity(IColumn column) =>
        column.GetAnnotations().Any(annotation => (annotation.Name, annotation.Value) switch
        {
            ("Sqlite:Autoincrement", true) => true,
            ({ } name, { } strategy) when name.EndsWith(":ValueGenerationStrategy", StringComparison.Ordinal) =>
                strategy.ToString() is "IdentityColumn" or "Autoincrement",
            _ => false,
        });
}

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
