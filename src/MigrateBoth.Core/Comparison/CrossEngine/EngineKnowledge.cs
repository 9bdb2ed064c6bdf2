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
