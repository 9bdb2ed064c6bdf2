using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Sqlite.Catalog;
using Microsoft.Data.Sqlite;

namespace MigrateBoth.Sqlite;

/// <summary>
/// Reads the whole catalog of a SQLite database: PRAGMAs for what they tell, and the tables' own text for what they do not
/// (checks, names of constraints, AUTOINCREMENT, collations, generation expressions, filters). The two are held against each
/// other; where they disagree the object is reported as unread.
/// </summary>
public sealed class SqliteCatalogReader : ICatalogReader
{
    /// <summary>The name of EF Core's history table unless the application configures another.</summary>
    public const string DefaultHistoryTable = "__EFMigrationsHistory";

    private readonly string _historyTable;
    private readonly Action<SqliteConnection>? _opened;

    /// <summary>Creates a reader.</summary>
    /// <param name="historyTable">The name of the history table, which is left out.</param>
    public SqliteCatalogReader(string historyTable = DefaultHistoryTable)
        : this(historyTable, opened: null)
    {
    }

    /// <param name="historyTable">The name of the history table.</param>
    /// <param name="opened">Sees the connection before its first statement; tests count what passes.</param>
    internal SqliteCatalogReader(string historyTable, Action<SqliteConnection>? opened)
    {
        ArgumentException.ThrowIfNullOrEmpty(historyTable);
        _historyTable = historyTable;
        _opened = opened;
    }

    /// <inheritdoc/>
    public Engine Engine => Engine.Sqlite;

    /// <inheritdoc/>
    /// <remarks>
    /// SQLite works in the calling thread, so the reading is moved to another: both engines are read at once. The file is opened
    /// read-only and everything is read in one transaction.
    /// </remarks>
    public Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        return Task.Run(() => Read(connectionString, cancellationToken), cancellationToken);
    }

    private DatabaseSchema Read(string connectionString, CancellationToken cancellationToken)
    {
        var rows = CatalogConnection.Read(connectionString, connection => new CatalogQueries(connection, cancellationToken).ReadAll(), _opened);
        return new SchemaAssembler(rows, _historyTable).Assemble();
    }
}
