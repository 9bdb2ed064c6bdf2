using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

using MigrateBoth.Core.Protocol;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>What the queries of probes are put together from.</summary>
internal static class QueryParts
{
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    /// <summary>A method of <see cref="Queryable"/> over a query.</summary>
    public static IQueryable Call(IQueryable query, string method, LambdaExpression lambda)
    {
        Type[] types = method is nameof(Queryable.Where) ? [query.ElementType] : [query.ElementType, lambda.ReturnType];
        return query.Provider.CreateQuery(Expression.Call(typeof(Queryable), method, types, query.Expression, Expression.Quote(lambda)));
    }

    /// <summary>What a query answers, or what it throws.</summary>
    public static ProbeAnswer Guarded(string? input, Func<IReadOnlyList<string?>> ask)
    {
        try
        {
            return new ProbeAnswer(input, ask());
        }
        catch (Exception exception)
        {
            return new ProbeAnswer(input, null, ProbeErrors.Of(exception));
        }
    }

    /// <summary>A comparison as an application writes it.</summary>
    public static Expression Comparison(Expression member, object? value, Func<Expression, Expression, Expression> compare, ProbeRecipe? recipe)
    {
        var parameter = PropertyPath.Parameter(value, member.Type);
        var isOrder = compare(Expression.Constant(1), Expression.Constant(2)).NodeType is ExpressionType.LessThan or ExpressionType.GreaterThan;
        return isOrder && member.Type == typeof(string) ? compare(Expression.Call(Compare, member, parameter), Expression.Constant(0))
            : isOrder && recipe?.Mapping == RecipeMapping.CastToDouble ? compare(Expression.Convert(member, typeof(double)), Expression.Convert(parameter, typeof(double)))
            : HasOperator(Nullable.GetUnderlyingType(member.Type) ?? member.Type) ? compare(member, parameter)
            : Expression.Call(typeof(object), nameof(Equals), null, Expression.Convert(member, typeof(object)), Expression.Convert(parameter, typeof(object)));
    }

    // A struct of the application's may have none; EF Core translates Equals as well.
    private static bool HasOperator(Type type) => !type.IsValueType || type.IsPrimitive || type.IsEnum || type.GetMethod("op_Equality", [type, type]) is not null;

    /// <summary>A date or a time with one of something added.</summary>
    public static MethodCallExpression Adding(Expression row, string method)
    {
        var found = row.Type.GetMethods().First(candidate => candidate.Name == method && candidate.GetParameters().Length == 1);
        return Expression.Call(row, found, Expression.Constant(Convert.ChangeType(1, found.GetParameters()[0].ParameterType, CultureInfo.InvariantCulture)));
    }

    /// <summary>A member whose value is there.</summary>
    public static Expression Unwrapped(Expression member) =>
        Nullable.GetUnderlyingType(member.Type) is null ? member : Expression.Property(member, "Value");

    /// <summary>Rows whose values are equal may come in any order: several values written become one where the application converts them.</summary>
    public static IEnumerable<string?> Untied(IEnumerable<(string Tag, string? Value)> rows)
    {
        var tied = new List<string>();
        string? last = null;
        foreach (var (tag, value) in rows)
        {
            if (tied.Count > 0 && value != last)
            {
                foreach (var one in tied.Order(StringComparer.Ordinal))
                {
                    yield return one;
                }

                tied.Clear();
            }

            tied.Add(tag);
            last = value;
        }

        foreach (var one in tied.Order(StringComparer.Ordinal))
        {
            yield return one;
        }
    }
}
