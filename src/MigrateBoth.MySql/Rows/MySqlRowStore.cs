using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.SelfTest;
using MySqlConnector;

namespace MigrateBoth.MySql.Rows;

/// <summary>Writes and reads rows of a MySQL scratch database.</summary>
public sealed class MySqlRowStore : IRowStore
{
    private const string Session = """
        SET SESSION sql_mode = 'STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO'
        """;

    /// <inheritdoc/>
    public Engine Engine => Engine.MySql;

    /// <inheritdoc/>
    public async Task<IRowSession> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var target = MySqlTarget.Parse(new MySqlConnectionStringBuilder(connectionString) { TreatTinyAsBoolean = false, GuidFormat = MySqlGuidFormat.None }.ConnectionString);
        try
        {
            var connection = await target.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var command = new MySqlCommand(Session, connection);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return new RowSession(connection);
        }
        catch (MySqlException exception)
        {
            throw MySqlFailures.Describe(exception, target);
        }
    }

    private sealed class RowSession(MySqlConnection connection) : IRowSession
    {
        private MySqlTransaction? _transaction;

        public async Task<RowRefusal?> InsertAsync(RowTable table, TableRows rows, bool checksReferences, CancellationToken cancellationToken)
        {
            var columns = rows.Columns.Select(name => (Column: table.Columns.First(column => column.Name == name), Index: rows.IndexOf(name)))
                .Where(item => item.Column.Catalogs.ContainsKey(Engine.MySql)).ToList();
            var head = $"INSERT INTO {MySqlTableSql.Quote(table.NameOn(Engine.MySql))} ({string.Join(", ", columns.Select(item => MySqlTableSql.Quote(item.Column.Catalogs[Engine.MySql].Name)))}) VALUES ";
            if (_transaction is null)
            {
                using var setting = new MySqlCommand($"SET SESSION foreign_key_checks = {(checksReferences ? 1 : 0)}", connection);
                await setting.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                _transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            }

            using var command = new MySqlCommand { Connection = connection, Transaction = _transaction };
            var groups = new List<string>();
            foreach (var row in rows.Rows)
            {
                var names = new List<string>();
                foreach (var (column, index) in columns)
                {
                    var name = $"@p{command.Parameters.Count.ToString(CultureInfo.InvariantCulture)}";
                    command.Parameters.AddWithValue(name, Stored(column, row[index]));
                    names.Add(name);
                }

                groups.Add($"({string.Join(", ", names)})");
            }

            command.CommandText = head + string.Join(", ", groups);
            try
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                return null;
            }
            catch (MySqlException exception)
            {
                return new RowRefusal(RowStatements.Show(head + "(…)", columns.Select(item => rows.Rows[0][item.Index])), $"{exception.Message} ({exception.Number.ToString(CultureInfo.InvariantCulture)})");
            }
        }

        public async Task EndAsync(bool keep, CancellationToken cancellationToken)
        {
            if (_transaction is not { } transaction)
            {
                return;
            }

            _transaction = null;
            await using (transaction.ConfigureAwait(false))
            {
                if (keep)
                {
                    await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }

        public async Task<TableRows> ReadAsync(RowTable table, CancellationToken cancellationToken)
        {
            var columns = table.On(Engine.MySql).Where(column => column.Kind != ValueKind.Unknown).ToList();
            using var command = new MySqlCommand(
                $"SELECT {string.Join(", ", columns.Select(Selected).DefaultIfEmpty("1"))} FROM {MySqlTableSql.Quote(table.NameOn(Engine.MySql))}", connection);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            var rows = new List<IReadOnlyList<string?>>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add([.. columns.Select((column, index) => ValueText.Of(column.Kind, reader.GetValue(index), column.IsSingle))]);
            }

            return new TableRows([.. columns.Select(column => column.Name)], rows);
        }

        public async ValueTask DisposeAsync()
        {
            if (_transaction is not null)
            {
                await _transaction.DisposeAsync().ConfigureAwait(false);
            }

            await connection.DisposeAsync().ConfigureAwait(false);
        }

        /// <summary>The server writes out what .NET's types would cut or refuse: decimals of 65 digits, zero dates.</summary>
        private static string Selected(RowColumn column)
        {
            var name = MySqlTableSql.Quote(column.Catalogs[Engine.MySql].Name);
            return column.Kind switch
            {
                ValueKind.Decimal or ValueKind.Date or ValueKind.Time or ValueKind.Span or ValueKind.DateTime or ValueKind.Instant or ValueKind.Json => $"CAST({name} AS CHAR)",
                ValueKind.Float => $"{name} + 0e0",
                _ => name,
            };
        }

        private static object Stored(RowColumn column, string? value) => value is null ? DBNull.Value : column.Kind switch
        {
            ValueKind.Boolean or ValueKind.Integer => decimal.Parse(value, CultureInfo.InvariantCulture),
            ValueKind.Float => column.IsSingle ? (double)float.Parse(value, CultureInfo.InvariantCulture) : double.Parse(value, CultureInfo.InvariantCulture),
            ValueKind.Binary => Convert.FromHexString(value),
            ValueKind.Guid when column.Catalogs[Engine.MySql].Type.Name.EndsWith("binary", StringComparison.Ordinal) => Guid.Parse(value).ToByteArray(bigEndian: true),
            ValueKind.Time or ValueKind.Span => Hours(TimeSpan.Parse(value, CultureInfo.InvariantCulture)),
            _ => value,
        };

        private static string Hours(TimeSpan span)
        {
            var hours = (long)Math.Abs(span.TotalHours);
            return $"{(span < TimeSpan.Zero ? "-" : null)}{hours.ToString("00", CultureInfo.InvariantCulture)}:{span.ToString(@"mm\:ss\.ffffff", CultureInfo.InvariantCulture)}";
        }
    }
}
