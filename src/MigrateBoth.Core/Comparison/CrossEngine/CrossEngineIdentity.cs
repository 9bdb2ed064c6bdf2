using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>
/// Compares what the servers hand out. A lone INTEGER primary key of SQLite is handed out with or without AUTOINCREMENT, so that only
/// a difference that an insert can feel, or a departure from what the model makes, counts (catalogue rows S-30, S-31, M-22).
/// </summary>
internal sealed class CrossEngineIdentity(ModelKnowledge knowledge)
{
    public Judgement Judge(ColumnPair columns)
    {
        var left = Side(columns.Tables.LeftSchema, columns.Tables.Left, columns.Left);
        var right = Side(columns.Tables.RightSchema, columns.Tables.Right, columns.Right);
        foreach (var (one, other) in new[] { (left, right), (right, left) })
        {
            if (one.IsDeclared && !other.IsDeclared && !other.IsRowNumber)
            {
                // A row number is generated whether or not the model wants it (a TPT subtype): then the other engine is right not to. A key
                // that refers to another row's key is given, never generated.
                return one.IsRowNumber && (other.Expected == false || (other.Expected is null && IsReference(columns)))
                    ? Judgement.Equal
                    : Judgement.Differs($"{other.Engine.DisplayName()} does not generate values for it");
            }
        }

        var astray = new[] { left, right }.FirstOrDefault(side => !IsAsExpected(side));
        return astray is null ? Judgement.Equal
            : Judgement.Differs($"on {astray.Engine.DisplayName()} the model {(astray.Expected == true ? "has AUTOINCREMENT" : "generates no values")}", Severity.Warning);
    }

    private static bool IsReference(ColumnPair columns) =>
        columns.Tables.Left.ForeignKeys.Any(key => key.Columns is [var only] && Names.Same(only, columns.Left.Name));

    private static bool IsAsExpected(IdentitySide side) => side.Expected is null || side.Expected == side.IsDeclared;

    private IdentitySide Side(DatabaseSchema schema, Table table, Column column)
    {
        var isRowNumber = EngineTraits.Of(schema).IsRowNumber(table, column);
        var expected = knowledge.Column(schema.Engine, table.Name, column.Name)?.IsIdentity;

        // A model alone does not tell whether SQLite gets AUTOINCREMENT (catalogue row S-31), nor need it.
        if (expected is null && !isRowNumber)
        {
            expected = knowledge.ModelColumn(schema.Engine, table.Name, column.Name)?.IsIdentity;
        }

        return new IdentitySide(schema.Engine, column.IsIdentity, isRowNumber, expected);
    }

    private sealed record IdentitySide(Engine Engine, bool IsDeclared, bool IsRowNumber, bool? Expected);
}
