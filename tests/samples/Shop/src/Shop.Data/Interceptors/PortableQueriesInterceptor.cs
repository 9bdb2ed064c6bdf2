using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Shop.Data.Interceptors;

/// <summary>
/// Writes two things of a query so that both engines do the same: decimals are ordered as doubles, which SQLite cannot do otherwise (C-17),
/// and the remainder is subtracted before integers are divided, whose quotient has a fraction on MySQL (C-22).
/// </summary>
internal sealed class PortableQueriesInterceptor : IQueryExpressionInterceptor
{
    public static PortableQueriesInterceptor Instance { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
        new Rewriter(eventData.Context!.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal)).Visit(queryExpression);

    private sealed class Rewriter(bool isSqlite) : ExpressionVisitor
    {
        private static readonly HashSet<string> Orders =
            [nameof(Queryable.OrderBy), nameof(Queryable.OrderByDescending), nameof(Queryable.ThenBy), nameof(Queryable.ThenByDescending)];

        private static readonly HashSet<string> Extremes = [nameof(Queryable.Max), nameof(Queryable.Min)];

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            var visited = (MethodCallExpression)base.VisitMethodCall(node);
            if (!isSqlite || visited.Method.DeclaringType != typeof(Queryable) || visited.Arguments is not [var source, UnaryExpression { Operand: LambdaExpression { ReturnType: var type } key }]
                || Nullable.GetUnderlyingType(type) is var inner && (inner ?? type) != typeof(decimal))
            {
                return visited;
            }

            var number = inner is null ? typeof(double) : typeof(double?);
            var lambda = Expression.Quote(Expression.Lambda(Expression.Convert(key.Body, number), key.Parameters));
            var row = visited.Method.GetGenericArguments()[0];
            return Orders.Contains(visited.Method.Name) ? Expression.Call(typeof(Queryable), visited.Method.Name, [row, number], source, lambda)
                : Extremes.Contains(visited.Method.Name) ? Expression.Convert(Expression.Call(typeof(Queryable), visited.Method.Name, [row, number], source, lambda), type)
                : visited;
        }

        protected override Expression VisitBinary(BinaryExpression node)
        {
            var visited = (BinaryExpression)base.VisitBinary(node);
            return !isSqlite && visited.NodeType == ExpressionType.Divide && IsInteger(visited.Type)
                ? Expression.Divide(Expression.Subtract(visited.Left, Expression.Modulo(visited.Left, visited.Right)), visited.Right)
                : visited;
        }

        private static bool IsInteger(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var number && (number == typeof(int) || number == typeof(long));
    }
}
