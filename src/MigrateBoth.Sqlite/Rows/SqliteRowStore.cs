using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using MigrateBoth.Core;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Sqlite.Catalog;

namespace MigrateBoth.Sqlite.Rows;

/// <summary>Writes and reads rows of a SQLite scratch database.</summary>
public sealed class SqliteRowStore : IRowStore
{
    /// <inheritdoc/>
    public Engine Engine => Engine.Sqlite;

    /// <inheritdoc/>
    public Task<IRowSession> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        EfCoreFunctions.Register(connection);

        // A check may call it, and then the answer counts (catalogue row E-02).
        connection.CreateFunction("regexp", (string pattern, string? text) => text is null ? null : (bool?)Regex.IsMatch(text, pattern), isDeterministic: true);
        connection.Open();
        return Task.FromResult<IRowSession>(new Session(connection));
    }

    private sealed class Session(SqliteConnection connection) : IRowSession
    {
        private SqliteTransaction? _transaction;

        public Task<RowRefusal?> InsertAsync(RowTable table, TableRows rows, bool checksReferences, CancellationToken cancellationToken) =>
            Task.Run(() => Insert(table, rows, checksReferences), cancellationToken);

        public Task EndAsync(bool keep, CancellationToken cancellationToken)
        {
            using var transaction = _transaction;
            _transaction = null;
            if (keep)
            {
                transaction?.Commit();
            }

            return Task.CompletedTask;
        }

        public Task<TableRows> ReadAsync(RowTable table, CancellationToken cancellationToken) => Task.Run(() => Read(table), cancellationToken);

        public ValueTask DisposeAsync()
        {
            _transaction?.Dispose();
            return connection.DisposeAsync();
        }

        private RowRefusal? Insert(RowTable table, TableRows rows, bool checksReferences)
        {
            var columns = rows.Columns.Select(name => (Column: table.Columns.First(column => column.Name == name), Index: rows.IndexOf(name)))
                .Where(item => item.Column.Catalogs.ContainsKey(Engine.Sqlite)).ToList();
            var sql = $"INSERT INTO {SqliteNames.Quote(table.NameOn(Engine.Sqlite))} ({string.Join(", ", columns.Select(item => SqliteNames.Quote(item.Column.Catalogs[Engine.Sqlite].Name)))})"
                + $" VALUES ({string.Join(", ", columns.Select((_, index) => $"$p{index.ToString(CultureInfo.InvariantCulture)}"))})";
            if (_transaction is null)
            {
                using var pragma = connection.CreateCommand();
                pragma.CommandText = $"PRAGMA foreign_keys = {(checksReferences ? "ON" : "OFF")}";
                pragma.ExecuteNonQuery();
                _transaction = connection.BeginTransaction();
            }

            using var command = connection.CreateCommand();
            command.Transaction = _transaction;
            command.CommandText = sql;
            foreach (var row in rows.Rows)
            {
                command.Parameters.Clear();
                for (var index = 0; index < columns.Count; index++)
                {
                    command.Parameters.AddWithValue($"$p{index.ToString(CultureInfo.InvariantCulture)}", Stored(columns[index].Column, row[columns[index].Index]));
                }

                try
                {
                    command.ExecuteNonQuery();
                }
                catch (SqliteException exception)
                {
                    return new RowRefusal(RowStatements.Show(sql, columns.Select(item => row[item.Index])), exception.Message);
                }
            }

            return null;
        }

        private TableRows Read(RowTable table)
        {
            var columns = table.On(Engine.Sqlite).Where(column => column.Kind != ValueKind.Unknown).ToList();
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => SqliteNames.Quote(column.Catalogs[Engine.Sqlite].Name)).DefaultIfEmpty("1"))} FROM {SqliteNames.Quote(table.NameOn(Engine.Sqlite))}";
            using var reader = command.ExecuteReader();
            var rows = new List<IReadOnlyList<string?>>();
            while (reader.Read())
            {
                rows.Add([.. columns.Select((column, index) => ValueText.Of(column.Kind, reader.GetValue(index), column.IsSingle))]);
            }

            return new TableRows([.. columns.Select(column => column.Name)], rows);
        }

        /// <summary>As EF Core's provider stores it.</summary>
        private static object Stored(RowColumn column, string? value) => value is null ? DBNull.Value : column.Kind switch
        {
            ValueKind.Boolean or ValueKind.Integer => long.Parse(value, CultureInfo.InvariantCulture),
            ValueKind.Decimal => value.Contains('.', StringComparison.Ordinal) ? value : value + ".0",
            ValueKind.Float => double.Parse(value, CultureInfo.InvariantCulture),
            ValueKind.Binary => Convert.FromHexString(value),
            ValueKind.Guid when column.Catalogs[Engine.Sqlite].Type.Name == "blob" => Guid.Parse(value).ToByteArray(),
            ValueKind.Guid => value.ToUpperInvariant(),
            ValueKind.Instant => value + "+00:00",
            _ => value,
        };
    }
}
