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
    private static readonly ConcurrentDictionary<(object Model, string Sql, int Result), IReadOnlyList<RecordedColumn>> s_known = new();

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

        var key = (_model ?? (object)string.Empty, sql, _result);
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

    private static List<RecordedColumn> OfQuery(DbDataReader reader, ModelRoles? roles)
    {
        var origins = ColumnOrigins.Of(reader);
        return
        [
            .. Enumerable.Range(0, reader.FieldCount).Select(ordinal =>
            {
                var origin = ordinal < origins.Count && origins[ordinal] is var (table, column) ? roles?.Find(table, column) : null;
                return new RecordedColumn(reader.GetName(ordinal), origin?.Origin, origin?.Role ?? ColumnRole.Value);
            }),
        ];
    }

    // What a save reads back is made by the database, all of it; of RETURNING, engines tell no origin.
    private List<RecordedColumn> OfSave(DbDataReader reader, ModelRoles? roles)
    {
        _tables ??= SaveStatements.TablesOfResults(sql);
        var table = _result < _tables.Count ? _tables[_result] : null;
        return
        [
            .. Enumerable.Range(0, reader.FieldCount).Select(ordinal =>
            {
                var name = reader.GetName(ordinal);
                var origin = table is null ? null : roles?.Find(table, name);
                return new RecordedColumn(name, origin?.Origin, origin?.Role is null or ColumnRole.Value ? ColumnRole.StoreGenerated : origin.Role);
            }),
        ];
    }
}
