using System.Text.RegularExpressions;
using MigrateBoth.Core;

using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.DesignHost.Describing;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Lists what of a model can be probed.</summary>
internal sealed class SurfaceReader(RentedContext context)
{
    // The design time model: the one that runs has lost checks and collations.
    private readonly IModel _model = context.Service<IDesignTimeModel>().Model;

    public ProbeSurface Read()
    {
        var types = _model.GetEntityTypes().Where(IsProbed).OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        return new ProbeSurface(
            [.. types.SelectMany(type => PropertiesOf(type, type, "")).Concat(_model.GetEntityTypes().Where(IsOwn).SelectMany(OutOfReach)).OrderBy(property => property.Object.ToString(), StringComparer.Ordinal).ThenBy(property => property.Entity, StringComparer.Ordinal)],
            [.. types.SelectMany(ObjectsOf)]);
    }

    /// <summary>Whether its rows are in a table of this context.</summary>
    private static bool IsOwn(IEntityType type) => type.GetTableName() is not null && !type.IsTableExcludedFromMigrations();

    /// <summary>Whether rows of it can be made.</summary>
    private static bool IsProbed(IEntityType type) =>
        IsOwn(type) && type.FindPrimaryKey() is not null && !type.IsMappedToJson()
        && Root(type) is { } root && !PropertyPath.Concrete(root).ClrType.IsAbstract && root.GetTableName() is not null;

    private static IEntityType Root(IEntityType type) => type.FindOwnership() is { } ownership ? Root(ownership.PrincipalEntityType) : type;

    /// <summary>What has a column and cannot be written by a probe, with the reason: it is said, and not left out.</summary>
    private static IEnumerable<ProbeProperty> OutOfReach(IEntityType type)
    {
        var table = type.GetTableName()!;
        if (type.FindPrimaryKey() is null)
        {
            yield return Unwritable(type, "(rows)", new ObjectPath(table), "its entity type has no key, so that EF Core adds no row of it");
        }
        else if (type.IsMappedToJson())
        {
            if (type.FindOwnership() is { PrincipalEntityType: var owner } && !owner.IsMappedToJson())
            {
                yield return Unwritable(type, "(document)", new ObjectPath(table, type.GetContainerColumnName() ?? type.ShortName()), "it is mapped to JSON, which probes do not support");
            }
        }
        else
        {
            foreach (var complex in type.GetDeclaredComplexProperties().Where(complex => complex.IsCollection || !HasColumns(complex)))
            {
                yield return Unwritable(type, complex.Name, new ObjectPath(table, complex.Name), "it is a complex property without columns of its own, which probes do not support");
            }
        }
    }

    private static bool HasColumns(IComplexProperty complex) =>
        complex.ComplexType.GetProperties().Any(property => ColumnOf(property) is not null)
        || complex.ComplexType.GetComplexProperties().Any(inner => !inner.IsCollection && HasColumns(inner));

    private static ProbeProperty Unwritable(IEntityType type, string name, ObjectPath path, string reason) => new()
    {
        Entity = type.Name,
        Name = name,
        Object = path,
        Kind = ProbeValueKind.Other,
        Mapping = type.DisplayName(),
        StoreType = string.Empty,
        OutOfReach = reason,
    };

    private IEnumerable<ProbeProperty> PropertiesOf(IEntityType entity, ITypeBase holder, string path)
    {
        foreach (var property in holder.GetDeclaredProperties())
        {
            if (IsValue(property) && ColumnOf(property) is { } column)
            {
                yield return Describe(entity, property, column, path);
            }
        }

        foreach (var complex in holder.GetDeclaredComplexProperties().Where(complex => !complex.IsCollection))
        {
            foreach (var property in PropertiesOf(entity, complex.ComplexType, $"{path}{complex.Name}."))
            {
                yield return property;
            }
        }
    }

    // What the database, EF Core or another row decides is probed as what it is.
    private static bool IsValue(IProperty property) =>
        !property.IsForeignKey()
        && property.GetComputedColumnSql() is null
        && property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save
        && property.ValueGenerated is ValueGenerated.Never or ValueGenerated.OnAdd
        && !(property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd && IsGenerated(property))
        && !IsDiscriminator(property);

    private static bool IsDiscriminator(IProperty property) => property.DeclaringType is IEntityType type && type.FindDiscriminatorProperty() == property;

    // Guids are made by the client, the rest by the database.
    private static bool IsGenerated(IProperty property) => ProbeValues.KindOf(property) is >= ProbeValueKind.Byte and <= ProbeValueKind.Decimal;

    private static IColumn? ColumnOf(IProperty property) => property.GetTableColumnMappings().FirstOrDefault()?.Column;

    private ProbeProperty Describe(IEntityType entity, IProperty property, IColumn column, string path)
    {
        var facets = StoreTypeFacets.Of(property, column.StoreType);
        var converter = ProbeValues.ConverterOf(property);
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return new ProbeProperty
        {
            Entity = entity.Name,
            Name = path + property.Name,
            Object = new ObjectPath(column.Table.Name, column.Name),
            Kind = ProbeValues.KindOf(property),
            Mapping = CSharpTypeNames.Write(type, isNullable: false) + (converter is null ? "" : $" by {Named(converter)}"),
            IsConverted = converter is not null,
            IsStoredOtherwise = converter is not null && (Nullable.GetUnderlyingType(converter.ProviderClrType) ?? converter.ProviderClrType) != type,
            IsOwnType = !ProbeValues.IsBasic(type),
            StoreType = column.StoreType,
            MaxLength = property.GetMaxLength() ?? facets.Length,
            Precision = property.GetPrecision() ?? facets.Precision,
            Scale = property.GetScale() ?? facets.Scale,
            IsFixedLength = property.IsFixedLength() == true,
            Collation = property.GetCollation() ?? (property.GetTypeMapping().Converter?.ProviderClrType ?? type) switch
            {
                var stored when stored == typeof(string) || stored == typeof(char) => _model.GetCollation(),
                _ => null,
            },
            IsNullable = property.IsNullable,
            Spellings = ProbeValues.IsBasic(type) ? [] : OwnSpelling.Of(type).Texts,
            Members = type.IsEnum ? [.. Enum.GetNames(type)] : [],
            IsKey = property.IsPrimaryKey(),
            IsFree = property.GetContainingKeys().Concat<object>(property.GetContainingIndexes().Where(index => index.IsUnique)).FirstOrDefault() is null
                && !property.IsConcurrencyToken
                && !Mentions(entity).Any(sql => Names(sql, column.Name)),
            IsChecked = Mentions(entity).Any(sql => Names(sql, column.Name)),
        };
    }

    private static string Named(Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter converter) =>
        $"{CSharpTypeNames.Write(converter.GetType(), isNullable: false)} to {CSharpTypeNames.Write(converter.ProviderClrType, isNullable: false)}";

    /// <summary>The SQL of checks and computed columns of a table, which a value could get into the way of.</summary>
    private static IEnumerable<string> Mentions(IEntityType type) =>
        type.GetCheckConstraints().Select(check => check.Sql)
            .Concat(type.GetProperties().Select(property => property.GetComputedColumnSql()).OfType<string>());

    internal static bool Names(string sql, string column) =>
        Regex.IsMatch(sql, $@"(?<!\w){Regex.Escape(column)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private IEnumerable<ProbeObject> ObjectsOf(IEntityType type)
    {
        var table = type.GetTableName()!;
        if (!type.IsOwned() && !type.ClrType.IsAbstract)
        {
            yield return Of(ProbeKind.Insert, type, "row", new ObjectPath(table));
            if (type.GetProperties().FirstOrDefault(property => property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd && IsGenerated(property) && !property.IsForeignKey()) is { } key)
            {
                yield return Of(ProbeKind.GeneratedKey, type, key.Name, new ObjectPath(table, ColumnName(key)), [key]);
            }
        }

        if (HasFilter(type))
        {
            var text = FilterText(type);
            var references = type.GetNavigations().Where(navigation => navigation is { IsOnDependent: true, ForeignKey.IsOwnership: false } && Names(text, navigation.Name)).ToList();
            var filter = Of(ProbeKind.Filter, type, "filter", new ObjectPath(table), FilteredBy(type), text);
            yield return filter with
            {
                Properties = [.. filter.Properties, .. references.SelectMany(reference => FilteredBy(reference.TargetEntityType, text).Select(property => $"{reference.Name}.{property.Name}"))],
                Principals = references.ToDictionary(reference => reference.Name, reference => reference.TargetEntityType.Name, StringComparer.Ordinal),
            };
        }

        foreach (var key in type.GetDeclaredKeys().Where(key => !key.Properties.All(property => property.ValueGenerated == ValueGenerated.OnAdd || property.IsForeignKey())))
        {
            yield return Of(ProbeKind.Unique, type, NameOf(key.Properties), new ObjectPath(table, key.GetName()), key.Properties);
        }

        foreach (var index in type.GetDeclaredIndexes().Where(index => index.IsUnique))
        {
            yield return Of(ProbeKind.Unique, type, NameOf(index.Properties), new ObjectPath(table, index.GetDatabaseName()), index.Properties, index.GetFilter());
        }

        foreach (var key in type.GetDeclaredForeignKeys().Where(key => !key.IsOwnership && !IsOwnRow(key) && key.GetMappedConstraints().Any()))
        {
            yield return Of(ProbeKind.ForeignKey, type, NameOf(key.Properties), new ObjectPath(table, key.GetConstraintName()), key.Properties, $"{key.PrincipalEntityType.DisplayName()}, {key.DeleteBehavior}");
        }

        foreach (var check in type.GetDeclaredCheckConstraints())
        {
            yield return Of(ProbeKind.Check, type, check.ModelName, new ObjectPath(table, check.Name), NamedIn(type, check.Sql), check.Sql);
        }

        foreach (var property in type.GetDeclaredProperties())
        {
            var path = new ObjectPath(table, ColumnName(property));
            if (property.GetComputedColumnSql() is { } sql)
            {
                yield return Of(ProbeKind.Computed, type, property.Name, path, NamedIn(type, sql), sql);
            }
            else if (!property.IsPrimaryKey() && (property.GetDefaultValueSql() is not null || property.TryGetDefaultValue(out _)))
            {
                yield return Of(ProbeKind.Default, type, property.Name, path, [property], property.GetDefaultValueSql() ?? ProbeValues.Format(property.GetDefaultValue(), property));
            }

            if (property.IsConcurrencyToken)
            {
                yield return Of(ProbeKind.Token, type, property.Name, path, [property]);
            }
        }
    }

    /// <summary>Whether a foreign key ties a derived type's row to the one of its base, which EF Core writes together.</summary>
    internal static bool IsOwnRow(IForeignKey key) =>
        key.PrincipalEntityType.IsAssignableFrom(key.DeclaringEntityType) && key.Properties.All(property => property.IsPrimaryKey());

    private static ProbeObject Of(ProbeKind kind, IEntityType type, string name, ObjectPath path, IEnumerable<IProperty>? properties = null, string? definition = null) => new()
    {
        Kind = kind,
        Entity = type.Name,
        Name = name,
        Object = path,
        Properties = [.. (properties ?? []).Select(property => property.Name)],
        Texts = [.. (properties ?? []).Where(property => ProbeValues.KindOf(property) is ProbeValueKind.Text && !property.IsForeignKey()).Select(property => property.Name)],
        Definition = definition,
    };

    internal static string NameOf(IEnumerable<IReadOnlyProperty> properties) => string.Join(", ", properties.Select(property => property.Name));

    private static string ColumnName(IProperty property) => ColumnOf(property)?.Name ?? property.Name;

    private static IEnumerable<IProperty> NamedIn(IEntityType type, string sql) =>
        type.GetProperties().Where(property => property.GetComputedColumnSql() is null && Names(sql, ColumnName(property)));

#if EFCORE8 || EFCORE9
    private static bool HasFilter(IEntityType type) => type.GetQueryFilter() is not null;

    private static string FilterText(IEntityType type) => type.GetQueryFilter()!.ToString();
#else
    private static bool HasFilter(IEntityType type) => type.GetDeclaredQueryFilters().Count > 0;

    private static string FilterText(IEntityType type) => string.Join(" and ", type.GetDeclaredQueryFilters().Select(filter => filter.Expression));
#endif

    private static IEnumerable<IProperty> FilteredBy(IEntityType type) => FilteredBy(type, FilterText(type));

    private static IEnumerable<IProperty> FilteredBy(IEntityType type, string text) =>
        type.GetProperties().Where(property => !property.IsForeignKey() && !property.IsPrimaryKey() && Names(text, property.Name));
}
