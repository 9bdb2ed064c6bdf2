using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;

using MigrateBoth.Core.Recordings;

using Microsoft.EntityFrameworkCore;

using RecordedSource = MigrateBoth.Core.Recordings.CommandSource;

namespace MigrateBoth.Testing.Recording;

/// <summary>Finds out which columns of the model a result shows.</summary>
internal static partial class ResultColumns
{
    private const int MaximumCached = 4_096;

    // By text: the same command has the same columns.
    private static readonly ConcurrentDictionary<(object Model, string Sql), IReadOnlyList<RecordedColumn>> s_known = new();

    public static IReadOnlyList<RecordedColumn> Of(DbDataReader reader, string sql, RecordedSource source, DbContext? context)
    {
        if (reader.FieldCount == 0)
        {
            return [];
        }

        var model = context?.Model;
        var key = (model ?? (object)string.Empty, sql);
        if (s_known.TryGetValue(key, out var known) && known.Count == reader.FieldCount)
        {
            return known;
        }

        var roles = model is null ? null : ModelRoles.Of(model);
        var columns = source == RecordedSource.Save ? OfSave(reader, sql, roles) : OfQuery(reader, roles);
        if (s_known.Count < MaximumCached)
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

    // What a save reads back is made by the database, all of it; engines tell no origin for it.
    private static List<RecordedColumn> OfSave(DbDataReader reader, string sql, ModelRoles? roles)
    {
        var table = WrittenTable().Match(sql) is { Success: true } match ? match.Groups[1].Value : null;
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

    [GeneratedRegex("""(?:INSERT INTO|UPDATE|DELETE FROM)\s+["`]([^"`]+)["`]""")]
    private static partial Regex WrittenTable();
}
