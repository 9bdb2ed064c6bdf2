using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>What the two models, and the databases made directly from them, say of a table or column. Any of it may be absent.</summary>
internal sealed class ModelKnowledge
{
    private readonly Dictionary<(Engine Engine, string Table), Table> _catalog = [];
    private readonly Dictionary<(Engine Engine, string Table), ModelTable> _model = [];

    public ModelKnowledge(SchemaPair? fromModel, ModelPair? models)
    {
        foreach (var engine in EngineNames.All)
        {
            foreach (var table in fromModel?[engine].Tables ?? [])
            {
                _catalog.TryAdd((engine, Fold(table.Name)), table);
            }

            foreach (var table in models?[engine].Tables ?? [])
            {
                _model.TryAdd((engine, Fold(table.Name)), table);
            }
        }
    }

    /// <summary>The table as the engine made it from the model.</summary>
    public Table? Table(Engine engine, string table) => _catalog.GetValueOrDefault((engine, Fold(table)));

    /// <summary>The column as the engine made it from the model.</summary>
    public Column? Column(Engine engine, string table, string column) =>
        Table(engine, table)?.Columns.FirstOrDefault(candidate => Names.Same(candidate.Name, column));

    /// <summary>The table as the model under that engine's provider maps it.</summary>
    public ModelTable? ModelTable(Engine engine, string table) => _model.GetValueOrDefault((engine, Fold(table)));

    /// <summary>The column as the model under that engine's provider maps it.</summary>
    public ModelColumn? ModelColumn(Engine engine, string table, string column) =>
        ModelTable(engine, table)?.Columns.FirstOrDefault(candidate => Names.Same(candidate.Name, column));

    /// <summary>The type that the engine should have: what it made of the model, else what the model asks for.</summary>
    public StoreType? ExpectedType(Engine engine, string table, string column) =>
        Column(engine, table, column)?.Type
        ?? (ModelColumn(engine, table, column) is { } mapped ? StoreTypeParser.Parse(mapped.StoreType) : null);

    private static string Fold(string name) => name.ToUpperInvariant();
}
