using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>
/// Checks that represent a type of the other engine: a list of values where that one has <c>enum</c>, valid JSON where it has <c>json</c>. TypeORM,
/// Laravel and Django write them on SQLite.
/// </summary>
internal static class ImpliedChecks
{
    /// <summary>Whether the other side's column has a type that refuses what the check refuses.</summary>
    /// <param name="schema">The database that has the check.</param>
    /// <param name="check">The check.</param>
    /// <param name="other">The table on the other side.</param>
    /// <param name="comparesValues">Whether the comparison of types tells lists of values that are not the same: then that is said already.</param>
    public static bool IsImplied(DatabaseSchema schema, CheckConstraint check, Table other, bool comparesValues)
    {
        if (!check.IsEnforced || Parse(schema, check) is not { } node)
        {
            return false;
        }

        return Column(other, Values(node)?.Column) is { Type.Values: { Count: > 0 } listed } ? comparesValues || listed.ToHashSet(StringComparer.Ordinal).SetEquals(Values(node)!.Value.Values)
            : Column(other, Json(node)) is { Type.Name: "json" };
    }

    /// <summary>The values that a column takes, whether its type or a check lists them; empty where nothing does.</summary>
    public static IReadOnlyCollection<string> ValuesOf(DatabaseSchema schema, Table table, Column column) =>
        column.Type.Values.Count > 0 ? column.Type.Values
        : table.Checks.Where(check => check.IsEnforced).Select(check => Parse(schema, check) is { } node ? Values(node) : null)
            .FirstOrDefault(found => found is { } listed && Names.Same(listed.Column, column.Name))?.Values ?? [];

    private static Column? Column(Table table, string? name) => name is null ? null : table.Columns.FirstOrDefault(column => Names.Same(column.Name, name));

    private static SqlNode? Parse(DatabaseSchema schema, CheckConstraint check) =>
        SqlDialect.Of(schema.Engine) is var dialect && SqlTokenizer.Tokenize(check.Expression, dialect) is { } tokens ? SqlParser.Parse(tokens, dialect) : null;

    /// <summary><c>column IN ('a', 'b')</c>, with the values.</summary>
    private static (string Column, IReadOnlyList<string> Values)? Values(SqlNode node) =>
        node.IsOperation("in") && node.Arguments is [{ Kind: SqlNodeKind.Identifier } column, _, ..] && node.Arguments.Skip(1).All(item => item.Kind == SqlNodeKind.String)
            ? (column.Text, [.. node.Arguments.Skip(1).Select(item => item.Text)])
            : null;

    /// <summary><c>json_valid(column)</c>, or that and <c>OR column IS NULL</c>, with which it is one: NULL passes a check anyway.</summary>
    private static string? Json(SqlNode node) => node switch
    {
        { Text: "or", Arguments: [var valid, { Text: "is", Arguments: [{ Kind: SqlNodeKind.Identifier } column, { Kind: SqlNodeKind.Null }] }] } when Json(valid) == column.Text => column.Text,
        { Kind: SqlNodeKind.Function, Text: "json_valid", Arguments: [{ Kind: SqlNodeKind.Identifier } column] } => column.Text,
        _ => null,
    };
}
