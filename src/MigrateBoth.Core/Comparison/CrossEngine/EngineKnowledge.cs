using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>One engine's half of <see cref="ModelKnowledge"/>, found by name without regard to case.</summary>
internal sealed class EngineKnowledge
{
    public EngineKnowledge(DatabaseSchema? fromModel, EngineModel? model)
    {
        foreach (var table in fromModel?.Tables ?? [])
        {
            if (Tables.TryAdd(table.Name, table))
            {
                foreach (var column in table.Columns)
                {
                    Columns.TryAdd((table.Name, column.Name), column);
                }
            }
        }

        foreach (var table in model?.Tables ?? [])
        {
            if (ModelTables.TryAdd(table.Name, table))
            {
                foreach (var column in table.Columns)
                {
                    ModelColumns.TryAdd((table.Name, column.Name), column);
                }
            }
        }
    }

    public Dictionary<string, Table> Tables { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<(string Table, string Column), Column> Columns { get; } = new(PathComparer.Instance);

    public Dictionary<string, ModelTable> ModelTables { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<(string Table, string Column), ModelColumn> ModelColumns { get; } = new(PathComparer.Instance);

    private sealed class PathComparer : IEqualityComparer<(string Table, string Column)>
    {
        public static PathComparer Instance { get; } = new();

        public bool Equals((string Table, string Column) x, (string Table, string Column) y) => Names.Same(x.Table, y.Table) && Names.Same(x.Column, y.Column);

        public int GetHashCode((string Table, string Column) path) => HashCode.Combine(
            StringComparer.OrdinalIgnoreCase.GetHashCode(path.Table),
            StringComparer.OrdinalIgnoreCase.GetHashCode(path.Column));
    }
}

/// <summary>What the two models, and the databases made directly from them, say of a table or column. Any of it may be absent.</summary>
internal sealed class ModelKnowledge(EnginePair<DatabaseSchema>? fromModel, EnginePair<EngineModel>? models)
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
