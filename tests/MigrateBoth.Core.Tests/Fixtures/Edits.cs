using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Tests.Fixtures;

/// <summary>Changes one thing deep inside an immutable schema or model.</summary>
internal static class Edits
{
    public static DatabaseSchema Edit(this DatabaseSchema schema, string table, Func<Table, Table> edit) =>
        schema with { Tables = [.. schema.Tables.Select(t => t.Name == table ? edit(t) : t)] };

    public static DatabaseSchema Without(this DatabaseSchema schema, string table) =>
        schema with { Tables = [.. schema.Tables.Where(t => t.Name != table)] };

    public static DatabaseSchema EditColumn(this DatabaseSchema schema, string table, string column, Func<Column, Column> edit) =>
        schema.Edit(table, t => t with { Columns = [.. t.Columns.Select(c => c.Name == column ? edit(c) : c)] });

    public static DatabaseSchema WithoutColumn(this DatabaseSchema schema, string table, string column) =>
        schema.Edit(table, t => t with { Columns = [.. t.Columns.Where(c => c.Name != column)] });

    public static DatabaseSchema EditIndex(this DatabaseSchema schema, string table, string index, Func<TableIndex, TableIndex> edit) =>
        schema.Edit(table, t => t with { Indexes = [.. t.Indexes.Select(i => i.Name == index ? edit(i) : i)] });

    public static DatabaseSchema WithoutIndex(this DatabaseSchema schema, string table, string index) =>
        schema.Edit(table, t => t with { Indexes = [.. t.Indexes.Where(i => i.Name != index)] });

    public static DatabaseSchema EditKey(this DatabaseSchema schema, string table, string key, Func<ForeignKey, ForeignKey> edit) =>
        schema.Edit(table, t => t with { ForeignKeys = [.. t.ForeignKeys.Select(k => k.Name == key ? edit(k) : k)] });

    public static DatabaseSchema WithoutKey(this DatabaseSchema schema, string table, string key) =>
        schema.Edit(table, t => t with { ForeignKeys = [.. t.ForeignKeys.Where(k => k.Name != key)] });

    public static DatabaseSchema EditCheck(this DatabaseSchema schema, string table, string check, Func<CheckConstraint, CheckConstraint> edit) =>
        schema.Edit(table, t => t with { Checks = [.. t.Checks.Select(c => c.Name == check ? edit(c) : c)] });

    public static DatabaseSchema Retype(this DatabaseSchema schema, string table, string column, string type) =>
        schema.EditColumn(table, column, c => c with { Type = StoreTypeParser.Parse(type) });

    public static EngineModel EditColumn(this EngineModel model, string table, string column, Func<ModelColumn, ModelColumn> edit) => model with
    {
        Tables = [.. model.Tables.Select(t => t.Name != table ? t : t with { Columns = [.. t.Columns.Select(c => c.Name == column ? edit(c) : c)] })],
    };
}
