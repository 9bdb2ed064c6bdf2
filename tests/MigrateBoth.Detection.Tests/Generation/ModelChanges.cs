using Generated.Spec;

namespace MigrateBoth.Detection.Tests.Generation;

/// <summary>
/// Changes a model at random, each time so that rows of the model before survive, both ways: nothing gets narrower, nothing is newly required of them, and SQLite
/// adds columns with constant defaults only, in Down as well. A table does not lose and get columns in one step: EF Core takes a pair of the same store type for a
/// rename, and on SQLite types are the same that are different on MySQL.
/// </summary>
internal sealed class ModelChanges(Random random, ModelGenerator generator)
{
    private readonly HashSet<string> _grown = [];
    private readonly HashSet<string> _shrunk = [];

    /// <summary>The next migration begins.</summary>
    public void NextStep()
    {
        _grown.Clear();
        _shrunk.Clear();
    }

    /// <summary>The model after one change; the change in words goes to the log.</summary>
    public ModelSpec Change(ModelSpec model, ICollection<string> log)
    {
        for (; ; )
        {
            var (what, changed) = random.Next(14) switch
            {
                0 => ("table added", model with { Tables = [.. model.Tables, generator.Table(model)] }),
                1 => ("table dropped", Dropped(model)),
                2 or 3 => InTable(model, "column added", table => table with { Columns = [.. table.Columns, generator.Column() with { DefaultSql = null }] }),
                4 => InTable(model, "column dropped", table => Droppable(model, table) is [_, ..] loose ? Without(table, generator.Pick(loose)) : table),
                5 => InTable(model, "index added", table => generator.WithIndex(table, holdsRows: true)),
                6 => InTable(model, "index dropped", table => table.Indexes.Count == 0 ? table : table with { Indexes = [.. table.Indexes.Skip(1)] }),
                7 => InTable(model, "index no longer unique", table => table.Indexes.Count == 0 || !table.Indexes[0].IsUnique ? table : table with { Indexes = [table.Indexes[0] with { IsUnique = false }, .. table.Indexes.Skip(1)] }),
                8 => InTable(model, "foreign key added", table => generator.WithForeignKey(model with { Tables = [.. model.Tables.Where(other => other != table)] }, table, holdsRows: true)),
                9 => InTable(model, "foreign key dropped", table => table.ForeignKeys.Count == 0 ? table : table with { ForeignKeys = [.. table.ForeignKeys.Skip(1)] }),
                10 => InTable(model, "checked column added", generator.WithCheckedColumn),
                11 => InTable(model, "check dropped", table => table.Checks.Count == 0 ? table : table with { Checks = [.. table.Checks.Skip(1)] }),
                12 => InTable(model, "column changed", table => Loose(model, table) is [_, ..] loose ? With(table, generator.Pick(loose)) : table),
                _ => InTable(model, "computed column added", table => generator.WithComputed(table, holdsRows: true)),
            };
            if (changed != model)
            {
                log.Add(what);
                return changed;
            }
        }
    }

    private (string What, ModelSpec Model) InTable(ModelSpec model, string what, Func<TableSpec, TableSpec> change)
    {
        var table = generator.Pick(model.Tables);
        var changed = change(table);
        if (changed.Columns.Count != table.Columns.Count)
        {
            var (same, opposite) = changed.Columns.Count > table.Columns.Count ? (_grown, _shrunk) : (_shrunk, _grown);
            if (opposite.Contains(table.Name))
            {
                return (what, model);
            }

            same.Add(table.Name);
        }

        return changed == table ? (what, model) : ($"{what} in {table.Name}", model with { Tables = [.. model.Tables.Select(other => other == table ? changed : other)] });
    }

    /// <summary>A table that no other refers to is gone.</summary>
    private ModelSpec Dropped(ModelSpec model)
    {
        var free = model.Tables.Where(table => !model.Tables.Any(other => other.ForeignKeys.Any(key => key.Principal == table.Name))).ToList();
        return free.Count == 0 || model.Tables.Count < 3 ? model : model with { Tables = [.. model.Tables.Except([generator.Pick(free)])] };
    }

    private static TableSpec Without(TableSpec table, ColumnSpec column) => table with { Columns = [.. table.Columns.Where(other => other != column)] };

    private static IReadOnlyList<ColumnSpec> Droppable(ModelSpec model, TableSpec table) => [.. Loose(model, table).Where(column => column.DefaultSql is null)];

    private TableSpec With(TableSpec table, ColumnSpec column)
    {
        var changed = random.Next(5) switch
        {
            0 => column with { IsNullable = true },
            1 when column is { Type: "string", MaxLength: { } length } => column with { MaxLength = length + random.Next(1, 50) },
            2 when column is { Type: "decimal", Precision: < ModelGenerator.MostDigits } => column with { Precision = column.Precision + 1 },
            3 when column is { Default: null, DefaultSql: null } => generator.WithDefault(column),
            3 => column with { Default = null, DefaultSql = null },
            4 => column with { Comment = column.Comment is null ? "what it says" : null },
            _ => column,
        };
        return changed == column ? table : table with { Columns = [.. table.Columns.Select(other => other == column ? changed : other)] };
    }

    /// <summary>Columns that nothing else is made of.</summary>
    private static IReadOnlyList<ColumnSpec> Loose(ModelSpec model, TableSpec table) =>
    [
        .. table.Columns.Where(column => column.Computed is null
            && !table.Key.Contains(column.Name)
            && !table.AlternateKeys.Any(key => key.Contains(column.Name))
            && !table.Indexes.Any(index => index.Columns.Contains(column.Name))
            && !table.ForeignKeys.Any(key => key.Column == column.Name)
            && !table.Checks.Any(check => check.Sql.Contains(column.Name, StringComparison.Ordinal))
            && !table.Columns.Any(other => other.Computed?.Contains(column.Name, StringComparison.Ordinal) == true)
            && !model.Tables.Any(other => other.ForeignKeys.Any(key => key.Principal == table.Name && key.PrincipalColumn == column.Name))),
    ];
}
