using System.Globalization;

using MigrateBoth.Core.Model;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace MigrateBoth.DesignHost.Describing;

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
