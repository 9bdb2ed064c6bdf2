using MigrateBoth.Core;
using MigrateBoth.Core.Execution;
using MigrateBoth.Core.Rows;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Sqlite.SelfTest;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MigrateBoth.Sqlite.Rows;

/// <summary>Runs expressions on SQLite.</summary>
public sealed class SqliteExecution : IExecutionEngine
{
    /// <inheritdoc/>
    public Engine Engine => Engine.Sqlite;

    /// <inheritdoc/>
    public Task<IExecutionSession> OpenAsync(IScratchDatabase database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        return Task.FromResult<IExecutionSession>(new Session(connection));
    }

    private sealed class Session : IExecutionSession
    {
        private const int Million = 1_000_000;
        private const int MostSteps = 300;

        private readonly SqliteConnection _connection;
        private int _steps;

        public Session(SqliteConnection connection)
        {
            _connection = connection;

            // A recursive query with a fault planted into it may never end. MySQL limits recursion by itself.
            raw.sqlite3_progress_handler(connection.Handle!, Million, _ => ++_steps > MostSteps ? 1 : 0, null);
        }

        public IValueDialect Values => SqliteValueDialect.Instance;

        public string ExactCollation => "BINARY";

        public string WholeType => "INTEGER";

        public string AnyType => "";

        public string Quote(string name) => SqliteNames.Quote(name);

        public IReadOnlyList<string> CreateTable(Table table) => SqliteTableSql.Create(table);

        public string CreateView(View view) => $"CREATE VIEW {Quote(view.Name)} AS {view.Definition}";

        public string CreateTrigger(Trigger trigger) => trigger.Definition;

        public Task<Refusal?> ExecuteAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (statements.Count == 0)
            {
                return Task.FromResult<Refusal?>(null);
            }

            try
            {
                using var command = NewCommand();
                command.CommandText = string.Join(";\n", statements);
                command.ExecuteNonQuery();
                return Task.FromResult<Refusal?>(null);
            }
            catch (SqliteException e)
            {
                return Task.FromResult<Refusal?>(Refused(e));
            }
        }

        public Task<QueryResult> QueryAsync(string sql, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                using var command = NewCommand();
                command.CommandText = sql;
                using var reader = command.ExecuteReader();
                var rows = new List<IReadOnlyList<object?>>();
                while (reader.Read())
                {
                    rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => Value(reader, at))]);
                    if (rows.Count > QueryResult.MostRows)
                    {
                        return Task.FromResult(QueryResult.TooMany);
                    }
                }

                return Task.FromResult(new QueryResult(rows, null));
            }
            catch (SqliteException e)
            {
                return Task.FromResult(new QueryResult([], Refused(e)));
            }
        }

        public ValueTask DisposeAsync() => _connection.DisposeAsync();

        private SqliteCommand NewCommand()
        {
            _steps = 0;
            return _connection.CreateCommand();
        }

        /// <summary>The value as it is stored: the provider would go by the declared type.</summary>
        private static object? Value(SqliteDataReader reader, int at) => raw.sqlite3_column_type(reader.Handle!, at) switch
        {
            raw.SQLITE_INTEGER => reader.GetInt64(at),
            raw.SQLITE_FLOAT => reader.GetDouble(at),
            raw.SQLITE_TEXT => reader.GetString(at),
            raw.SQLITE_BLOB => reader.GetFieldValue<byte[]>(at),
            _ => null,
        };

        private static Refusal Refused(SqliteException e) => e.SqliteErrorCode == raw.SQLITE_INTERRUPT
            ? new($"It was ended after {MostSteps} million operations.")
            : new(e.Message, e.Message.Contains("integer overflow", StringComparison.Ordinal));
    }
}
