using System.Collections.Concurrent;
using System.Data.Common;

using MigrateBoth.Core.Recordings;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

using RecordedSource = MigrateBoth.Core.Recordings.CommandSource;

namespace MigrateBoth.Testing.Recording;

/// <summary>Finds out which columns of the model the results of a command show.</summary>
internal sealed class ResultColumns(string sql, RecordedSource source, DbContext? context)
{
    private const int MaximumCached = 4_096;
    private const int MaximumCachedText = 4_096;

    // By text: the same command has the same columns.
    private static readonly ConcurrentDictionary<Key, IReadOnlyList<RecordedColumn>> s_known = new();

    private readonly IModel? _model = context?.Model;
    private IReadOnlyList<string?>? _tables;
    private int _result = -1;

    /// <summary>The columns of the result that a reader is at now: to be asked once for each, in order.</summary>
    public IReadOnlyList<RecordedColumn> Next(DbDataReader reader)
    {
        _result++;
        if (reader.FieldCount == 0)
        {
            return [];
        }

        var key = new Key(_model, sql, _result);
        if (s_known.TryGetValue(key, out var known) && known.Count == reader.FieldCount)
        {
            return known;
        }

        var roles = _model is null ? null : ModelRoles.Of(_model);
        var columns = source == RecordedSource.Save ? OfSave(reader, roles) : OfQuery(reader, roles);
        if (s_known.Count < MaximumCached && sql.Length <= MaximumCachedText)
        {
            s_known[key] = columns;
        }

        return columns;
    }

    private static RecordedColumn[] OfQuery(DbDataReader reader, ModelRoles? roles)
    {
        var origins = roles is null ? [] : ColumnOrigins.Of(reader, roles);
        var columns = new RecordedColumn[reader.FieldCount];
        for (var i = 0; i < columns.Length; i++)
        {
            var origin = i < origins.Length ? origins[i] : null;
            columns[i] = new RecordedColumn(reader.GetName(i), origin?.Origin, origin?.Role ?? ColumnRole.Value);
        }

        return columns;
    }

    // What a save reads back is made by the database, all of it; of RETURNING, engines tell no origin.
    private RecordedColumn[] OfSave(DbDataReader reader, ModelRoles? roles)
    {
        _tables ??= SaveStatements.TablesOfResults(sql);
        var table = _result < _tables.Count ? _tables[_result] : null;
        var columns = new RecordedColumn[reader.FieldCount];
        for (var i = 0; i < columns.Length; i++)
        {
            var name = reader.GetName(i);
            var origin = table is null ? null : roles?.Find(table, name);
            columns[i] = new RecordedColumn(name, origin?.Origin, origin?.Role is null or ColumnRole.Value ? ColumnRole.StoreGenerated : origin.Role);
        }

        return columns;
    }

    // A class: the runtime has a dictionary of those compiled already, which every process of tests would else do itself.
    private sealed record Key(IModel? Model, string Sql, int Result);
}
