using Microsoft.Data.Sqlite;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>The queries, six whatever the size of the database, in one read transaction.</summary>
internal sealed class CatalogQueries(SqliteConnection connection, CancellationToken cancellationToken)
{
    /// <summary>Ordinary tables only: asking for the columns of a virtual table whose module is missing is an error.</summary>
    private const string Tables = "(SELECT name FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0) AS t";

    public CatalogRows ReadAll()
    {
        // Deferred: a read-only connection cannot ask for the write lock.
        using var transaction = connection.BeginTransaction(deferred: true);
        var objects = Query("SELECT type, name, tbl_name, coalesce(sql, '') FROM main.sqlite_master", r =>
            new ObjectRow(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3)));

        return new CatalogRows
        {
            Version = connection.ServerVersion,
            Objects = objects,
            TableList = TableList().ToDictionary(t => t.Name, SqliteNames.Comparer),
            Columns = Columns().ToLookup(c => c.Table, SqliteNames.Comparer),
            Indexes = Indexes().ToLookup(i => i.Table, SqliteNames.Comparer),
            IndexSql = objects.Where(o => o.Type == "index").ToDictionary(o => o.Name, o => o.Sql, SqliteNames.Comparer),
            IndexParts = IndexParts().ToLookup(p => p.Index, SqliteNames.Comparer),
            ForeignKeys = ForeignKeys().ToLookup(f => f.Table, SqliteNames.Comparer),
            Views = objects.Where(o => o.Type == "view").ToDictionary(v => v.Name, v => ViewProbe.Probe(connection, v.Name), SqliteNames.Comparer),
        };
    }

    private List<TableListRow> TableList() => Query(
        "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'",
        r => new TableListRow(r.GetString(0), r.GetString(1), r.GetBoolean(2), r.GetBoolean(3)));

    private List<ColumnRow> Columns() => Query(
        $"""SELECT t.name, c.cid, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden FROM {Tables}, pragma_table_xinfo(t.name, 'main') AS c ORDER BY t.name, c.cid""",
        r => new ColumnRow(
            r.GetString(0), r.GetInt32(1), r.GetString(2), r.GetString(3), r.GetBoolean(4), Text(r, 5), r.GetInt32(6), r.GetInt32(7)));

    private List<IndexRow> Indexes() => Query(
        $"""SELECT t.name, i.seq, i.name, i."unique", i.origin, i.partial FROM {Tables}, pragma_index_list(t.name, 'main') AS i ORDER BY t.name, i.seq""",
        r => new IndexRow(r.GetString(0), r.GetInt32(1), r.GetString(2), r.GetBoolean(3), r.GetString(4), r.GetBoolean(5)));

    private List<IndexPartRow> IndexParts() => Query(
        """
        SELECT i.name, p.seqno, p.name, p."desc", p.coll
        FROM (SELECT name FROM main.sqlite_master WHERE type = 'index') AS i, pragma_index_xinfo(i.name, 'main') AS p
        WHERE p.key = 1 ORDER BY i.name, p.seqno
        """,
        r => new IndexPartRow(r.GetString(0), r.GetInt32(1), Text(r, 2), r.GetBoolean(3), r.GetString(4)));

    private List<ForeignKeyRow> ForeignKeys() => Query(
        $"""SELECT t.name, f.id, f.seq, f."table", f."from", f."to", f.on_update, f.on_delete FROM {Tables}, pragma_foreign_key_list(t.name, 'main') AS f ORDER BY t.name, f.id, f.seq""",
        r => new ForeignKeyRow(
            r.GetString(0), r.GetInt32(1), r.GetInt32(2), r.GetString(3), r.GetString(4), Text(r, 5), r.GetString(6), r.GetString(7)));

    private static string? Text(SqliteDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
