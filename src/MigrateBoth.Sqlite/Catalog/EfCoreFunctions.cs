using Microsoft.Data.Sqlite;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>
/// The functions and the collation that EF Core adds to every connection it opens (catalogue row E-02). A view that uses one is
/// sound for the application, so the reader must be able to resolve it. Nothing ever calls them: preparing runs no row.
/// </summary>
internal static class EfCoreFunctions
{
    public static void Register(SqliteConnection connection)
    {
        connection.CreateCollation("EF_DECIMAL", (x, y) => string.CompareOrdinal(x, y));
        connection.CreateFunction("ef_negate", (string? _) => (string?)null, isDeterministic: true);
        foreach (var name in new[] { "regexp", "ef_add", "ef_divide", "ef_compare", "ef_mod", "ef_multiply" })
        {
            connection.CreateFunction(name, (string? _, string? _) => (string?)null, isDeterministic: true);
        }

        foreach (var name in new[] { "ef_avg", "ef_max", "ef_min", "ef_sum" })
        {
            connection.CreateAggregate<string?, string?>(name, null, (kept, _) => kept, isDeterministic: true);
        }
    }
}
