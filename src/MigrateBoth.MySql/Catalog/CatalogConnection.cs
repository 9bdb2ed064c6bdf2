using System.Globalization;
using System.Text.Json;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Queries one server over one connection and records the results.</summary>
internal sealed class CatalogConnection(MySqlConnection connection)
{
    public async Task<CatalogRows> ReadAsync(ServerFlavor flavor, CancellationToken cancellationToken)
    {
        var database = (await QueryAsync(CatalogQueries.Database, r => new DatabaseRow(Text(r, 0), Text(r, 1), Text(r, 2), TextOrNull(r, 3), r.GetInt32(4) != 0, Text(r, 5)), cancellationToken).ConfigureAwait(false)).Single();
        var constraints = new ConstraintJoin(await QueryAsync(CatalogQueries.Constraints(flavor), ConstraintRow, cancellationToken).ConfigureAwait(false));
        var rows = new CatalogRows
        {
            Database = database,
            Tables = await QueryAsync(CatalogQueries.Tables, TableRow, cancellationToken).ConfigureAwait(false),
            Columns = await QueryAsync(CatalogQueries.Columns(flavor), ColumnRow, cancellationToken).ConfigureAwait(false),
            Indexes = await QueryAsync(CatalogQueries.Indexes(flavor), IndexRow, cancellationToken).ConfigureAwait(false),
            ForeignKeys = constraints.ForeignKeys(await QueryAsync(CatalogQueries.ForeignKeyColumns, ForeignKeyRow, cancellationToken).ConfigureAwait(false), flavor),
            Checks = constraints.Checks,
            Views = await QueryAsync(CatalogQueries.Views, ViewRow, cancellationToken).ConfigureAwait(false),
            Objects = await QueryAsync(CatalogQueries.Objects(flavor), ObjectRow, cancellationToken).ConfigureAwait(false),
            Grants = await QueryAsync(CatalogQueries.Grants(flavor, database.CurrentRole), r => Text(r, 0), cancellationToken).ConfigureAwait(false),
        };
        return rows with { Statements = await new CreateStatements(connection).ReadAsync(rows, cancellationToken).ConfigureAwait(false) };
    }

    private static TableRow TableRow(MySqlDataReader r) =>
        new(Text(r, 0), Text(r, 1), TextOrNull(r, 2), TextOrNull(r, 3), TextOrNull(r, 4), TextOrNull(r, 5), TextOrNull(r, 6) ?? string.Empty);

    private static ColumnRow ColumnRow(MySqlDataReader r) => new(
        Text(r, 0),
        Text(r, 1),
        Number(r, 2),
        Text(r, 3),
        Text(r, 4) == "YES",
        TextOrNull(r, 5),
        TextOrNull(r, 6) ?? string.Empty,
        TextOrNull(r, 7),
        TextOrNull(r, 8),
        TextOrNull(r, 9),
        Text(r, 10),
        r.IsDBNull(11) ? null : Convert.ToUInt32(r.GetValue(11), CultureInfo.InvariantCulture));

    private static IndexRow IndexRow(MySqlDataReader r) => new(
        Text(r, 0),
        Text(r, 1),
        Number(r, 2),
        TextOrNull(r, 3),
        TextOrNull(r, 4),
        TextOrNull(r, 5),
        r.IsDBNull(6) ? null : Number(r, 6),
        Number(r, 7) == 1,
        Text(r, 8),
        Text(r, 9),
        Number(r, 10) == 1);

    private static ForeignKeyRow ForeignKeyRow(MySqlDataReader r) =>
        new(Text(r, 0), Text(r, 1), Number(r, 2), Text(r, 3), Text(r, 4), Text(r, 5), Text(r, 6), OnDelete: null, OnUpdate: null);

    private static ConstraintRow ConstraintRow(MySqlDataReader r) => new(Text(r, 0), Text(r, 1), Text(r, 2), Text(r, 3), Text(r, 4));

    private static ViewRow ViewRow(MySqlDataReader r) => new(Text(r, 0), TextOrNull(r, 1) ?? string.Empty, TextOrNull(r, 2) ?? string.Empty, Text(r, 3), Text(r, 4), Text(r, 5));

    private static ObjectRow ObjectRow(MySqlDataReader r) =>
        new(Text(r, 0), Text(r, 1), Text(r, 2), TextOrNull(r, 3) ?? string.Empty, TextOrNull(r, 4), Facts(Text(r, 5)));

    /// <summary>Nulls are facts that are not there.</summary>
    private static Dictionary<string, string> Facts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject()
            .Where(fact => fact.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(fact => fact.Name, fact => fact.Value.ToString(), StringComparer.Ordinal);
    }

    private static string Text(MySqlDataReader reader, int ordinal) => reader.GetString(ordinal);

    private static string? TextOrNull(MySqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    private static int Number(MySqlDataReader reader, int ordinal) => Convert.ToInt32(reader.GetValue(ordinal), CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, Func<MySqlDataReader, T> read, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand(sql, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}

/// <summary>A connection on which the server refuses every write, so that reading a production database cannot change it.</summary>
internal static class ReadOnlySession
{
    // Every statement of the session is its own transaction, and each of these is read-only (writing fails with error 1792).
    private const string NoWrites = "SET SESSION TRANSACTION READ ONLY";

    // A primary key that the server adds to tables without one is not part of what migrations build.
    private const string NoGeneratedKeys = "SET SESSION show_gipk_in_create_table_and_information_schema = OFF";

    /// <summary>Opens one; failures are the provider's own.</summary>
    public static Task<MySqlConnection> OpenAsync(MySqlTarget target, CancellationToken cancellationToken) => target.OpenAsync(
        connection => ServerFlavor.Parse(connection.ServerVersion).GeneratesPrimaryKeys ? $"{NoWrites}; {NoGeneratedKeys}" : NoWrites, cancellationToken);
}
