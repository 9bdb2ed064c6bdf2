using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>What the two models, and the databases made directly from them, say of a table or column. Any of it may be absent.</summary>
internal sealed class ModelKnowledge(SchemaPair? fromModel, ModelPair? models)
{
    private readonly EngineKnowledge _sqlite = new(fromModel?.Sqlite, models?.Sqlite);
    private readonly EngineKnowledge _mySql = new(fromModel?.MySql, models?.MySql);

    /// <summary>The table as the engine made it from the model.</summary>
    public Table? Table(Engine engine, string table) => Of(engine).Tables.GetValueOrDefault(table);

    /// <summary>The column as the engine made it from the model.</summary>
    public Column? Column(Engine engine, string table, string column) => Of(engine).Columns.GetValueOrDefault((table, column));

    /// <summary>The table as the model under that engine's provider maps it.</summary>
    public ModelTable? ModelTable(Engine engine, string table) => Of(engine).ModelTables.GetValueOrDefault(table);

    /// <summary>The column as the model under that engine's provider maps it.</summary>
    public ModelColumn? ModelColumn(Engine engine, string table, string column) => Of(engine).ModelColumns.GetValueOrDefault((table, column));

    /// <summary>The type that the engine should have: what it made of the model, else what the model asks for.</summary>
    public StoreType? ExpectedType(Engine engine, string table, string column) =>
        Column(engine, table, column)?.Type
        ?? (ModelColumn(engine, table, column) is { } mapped ? StoreTypeParser.Parse(mapped.StoreType) : null);

    private EngineKnowledge Of(Engine engine) => engine == Engine.Sqlite ? _sqlite : _mySql;
}
