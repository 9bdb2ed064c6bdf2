using System.Linq.Expressions;
using MigrateBoth.Core;

using MigrateBoth.Core.Model;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>Reads the application's own code out of a model: query filters, and value converters that EF Core and the provider did not bring along.</summary>
internal static class ModelExpressions
{
    public static IReadOnlyList<ModelExpression> Of(IModel model) =>
    [
        .. model.GetEntityTypes().SelectMany(Filters).Concat(model.GetEntityTypes().SelectMany(Properties).Select(Converter).OfType<ModelExpression>())
            .OrderBy(expression => expression.Object.ToString(), StringComparer.Ordinal)
            .ThenBy(expression => expression.Kind, StringComparer.Ordinal)
            .ThenBy(expression => expression.Text, StringComparer.Ordinal),
    ];

#if EFCORE8 || EFCORE9
    private static IEnumerable<ModelExpression> Filters(IEntityType entityType) =>
        entityType.GetQueryFilter() is { } filter ? [Filter(entityType, null, filter)] : [];
#else
    private static IEnumerable<ModelExpression> Filters(IEntityType entityType) =>
        from filter in entityType.GetDeclaredQueryFilters()
        where filter.Expression is not null
        select Filter(entityType, filter.Key, filter.Expression!);
#endif

    private static ModelExpression Filter(IEntityType entityType, string? name, LambdaExpression filter)
    {
        var (structure, opaque) = ExpressionStructure.Of(filter);
        return new ModelExpression(new ObjectPath(entityType.DisplayName(), name), "query filter", filter.ToString(), structure, opaque);
    }

    private static IEnumerable<IProperty> Properties(ITypeBase type) =>
        type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(complex => Properties(complex.ComplexType)));

    private static ModelExpression? Converter(IProperty property)
    {
        if (property.GetValueConverter() is not { } converter || !IsOfApplication(converter))
        {
            return null;
        }

        var (structure, opaque) = ExpressionStructure.Of(converter.ConvertToProviderExpression, converter.ConvertFromProviderExpression);
        return new ModelExpression(
            new ObjectPath(property.DeclaringType.DisplayName(), property.Name),
            "value converter",
            $"{converter.ConvertToProviderExpression} and {converter.ConvertFromProviderExpression}",
            $"{converter.ProviderClrType} {structure}",
            opaque);
    }

    /// <summary>Lambdas that were given to HasConversion, and classes of the application. What the packages bring, a provider may choose by itself.</summary>
    private static bool IsOfApplication(ValueConverter converter)
    {
        var type = converter.GetType();
        return (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueConverter<,>))
            || (type.Assembly != typeof(DbContext).Assembly && type.Assembly.GetName().Name?.Contains("EntityFrameworkCore", StringComparison.Ordinal) != true);
    }
}
