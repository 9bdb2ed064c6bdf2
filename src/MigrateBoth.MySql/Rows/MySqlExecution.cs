using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.Execution;
using MigrateBoth.Core.Rows;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.SelfTest;
using MySqlConnector;

namespace MigrateBoth.MySql.Rows;

/// <summary>Runs expressions on MySQL and MariaDB.</summary>
public sealed class MySqlExecution : IExecutionEngine
{
    /// <inheritdoc/>
    public Engine Engine => Engine.MySql;

    /// <inheritdoc/>
    public async Task<IExecutionSession> OpenAsync(IScratchDatabase database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var builder = new MySqlConnectionStringBuilder(MySqlTarget.Parse(database.ConnectionString).ToConnectionString())
        {
            // Values come as the server has them.
            TreatTinyAsBoolean = false,
            GuidFormat = MySqlGuidFormat.None,
            AllowZeroDateTime = true,
            AllowUserVariables = true,
        };
        try
        {
            var session = new Session(await MySqlSession.OpenAsync(builder.ConnectionString, further: null, cancellationToken).ConfigureAwait(false));

            // What the expressions are meant for.
            await session.ExecuteAsync(["SET SESSION time_zone = '+00:00', foreign_key_checks = 0, sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'"], cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch (MySqlException e)
        {
            throw MySqlFailures.Describe(e, MySqlTarget.Parse(database.ConnectionString));
        }
    }

    private sealed class Session(MySqlConnection connection) : IExecutionSession
    {
        private static readonly MySqlErrorCode[] Limits =
            [MySqlErrorCode.WarningDataOutOfRange, MySqlErrorCode.DataTooLong, MySqlErrorCode.DataOutOfRange];

        private readonly bool _isMariaDb = ServerFlavor.Parse(connection.ServerVersion).Vendor == ServerFlavor.MariaDb;

        public IValueDialect Values => MySqlValueDialect.Instance;

        public string ExactCollation => _isMariaDb ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin";

        public string WholeType => "int";

        public string AnyType => "longtext";

        public string Quote(string name) => MySqlTableSql.Quote(name);

        public IReadOnlyList<string> CreateTable(Table table) => [MySqlTableSql.Create(table)];

        public string CreateView(View view) => $"CREATE VIEW {Quote(view.Name)} AS {view.Definition}";

        public string CreateTrigger(Trigger trigger) =>
            $"CREATE TRIGGER {Quote(trigger.Name)} {trigger.Timing} {trigger.Event} ON {Quote(trigger.Table)} FOR EACH ROW {trigger.Definition}";

        public async Task<Refusal?> ExecuteAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken)
        {
            if (statements.Count == 0)
            {
                return null;
            }

            try
            {
                using var command = new MySqlCommand(string.Join(";\n", statements), connection);
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                return null;
            }
            catch (MySqlException e) when (connection.State == System.Data.ConnectionState.Open)
            {
                return Refused(e);
            }
        }

        public async Task<QueryResult> QueryAsync(string sql, CancellationToken cancellationToken)
        {
            try
            {
                using var command = new MySqlCommand(sql, connection);
                using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                var rows = new List<IReadOnlyList<object?>>();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => Value(reader, at))]);
                    if (rows.Count > QueryResult.MostRows)
                    {
                        return QueryResult.TooMany;
                    }
                }

                return new QueryResult(rows, null);
            }
            catch (MySqlException e) when (connection.State == System.Data.ConnectionState.Open)
            {
                return new QueryResult([], Refused(e));
            }
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();

        private static object? Value(MySqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetDataTypeName(at) switch
        {
            "JSON" => new JsonText(reader.GetString(at)),
            "DECIMAL" => reader.GetMySqlDecimal(at).ToString() is var text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : text,
            _ => reader.GetValue(at) switch
            {
                ulong number => number,
                float or double or string or byte[] or DateTime or TimeSpan => reader.GetValue(at),
                MySqlDateTime { IsValidDateTime: true } moment => moment.GetDateTime(),
                MySqlDateTime moment => moment.ToString(),
                IConvertible number => number.ToInt64(CultureInfo.InvariantCulture),
                var other => other.ToString(),
            },
        };

        private static Refusal Refused(MySqlException e) => new(e.Message, Limits.Contains(e.ErrorCode));
    }
}
