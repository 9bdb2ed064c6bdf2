using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>Compares the defaults of one column on two engines.</summary>
internal sealed class CrossEngineDefaults(ModelKnowledge knowledge, CrossEngineTypes types, CrossEngineExpressions expressions)
{
    public Judgement Judge(ColumnPair columns)
    {
        if (IsUnread(columns.Tables.LeftSchema, columns.Tables.Left, columns.Left) || IsUnread(columns.Tables.RightSchema, columns.Tables.Right, columns.Right))
        {
            // What the reader could not make out has a finding of its own (MB901): nothing is claimed next to it.
            return Judgement.Equal;
        }

        var (left, right) = (Constant(columns.Left, columns.Tables.LeftSchema), Constant(columns.Right, columns.Tables.RightSchema));
        if (left is null || right is null)
        {
            return left is null && right is null ? Judgement.Equal
                : IsResidue(columns.Tables.LeftSchema, columns.Tables.Left, columns.Left with { Default = left })
                    || IsResidue(columns.Tables.RightSchema, columns.Tables.Right, columns.Right with { Default = right })
                    ? Judgement.Of(DifferenceKind.DefaultResidue)
                : Judgement.Differs();
        }

        if (left.Kind != ColumnDefaultKind.Expression && right.Kind != ColumnDefaultKind.Expression)
        {
            return DefaultLiteral.Same(left, right, types.FamilyOf(columns.Tables.RightSchema, columns.Tables.Right, columns.Right)) ? Judgement.Equal
                : IsResidue(columns.Tables.LeftSchema, columns.Tables.Left, columns.Left with { Default = left })
                    && IsResidue(columns.Tables.RightSchema, columns.Tables.Right, columns.Right with { Default = right })
                    ? Judgement.Of(DifferenceKind.DefaultResidue)
                : Judgement.Differs();
        }

        return expressions.Judge(
            columns.Tables,
            Side(columns.Left.Name, left, columns.Tables.LeftSchema.Engine),
            Side(columns.Right.Name, right, columns.Tables.RightSchema.Engine));
    }

    private static bool IsUnread(DatabaseSchema schema, Table table, Column column) => schema.Unread.Any(item =>
        item.Kind.EndsWith("default", StringComparison.Ordinal) && item.Path == new ObjectPath(table.Name, column.Name));

    /// <summary>An expression that is only a literal in parentheses is a constant; DEFAULT (NULL) is no default.</summary>
    private static ColumnDefault? Constant(Column column, DatabaseSchema schema)
    {
        if (column.Default is not { Kind: ColumnDefaultKind.Expression } expression)
        {
            return column.Default;
        }

        return SqlConstant.Of(expression.Value, SqlDialect.Of(schema.Engine)) switch
        {
            null => expression,
            { Kind: SqlConstantKind.Null } => null,
            { Kind: SqlConstantKind.Text } text => expression with { Kind = ColumnDefaultKind.Text, Value = text.Value },
            { Kind: SqlConstantKind.Binary } binary => expression with { Kind = ColumnDefaultKind.Binary, Value = binary.Value },
            var number => expression with { Kind = ColumnDefaultKind.Number, Value = number.Value },
        };
    }

    /// <summary>
    /// Whether a default is what AddColumn left behind (catalogue row M-05): the model has none. Where there is no model to ask, only the
    /// zero values that EF Core itself fills in count.
    /// </summary>
    private bool IsResidue(DatabaseSchema schema, Table table, Column column)
    {
        if (!SameEngineDefaults.IsResidue(column))
        {
            return false;
        }

        if (knowledge.Column(schema.Engine, table.Name, column.Name) is { } modelled)
        {
            return modelled.Default is null;
        }

        return knowledge.ModelColumn(schema.Engine, table.Name, column.Name) is { } mapped
            ? mapped is { DefaultSql: null, DefaultLiteral: null, DefaultValue: null }
            : DefaultLiteral.IsZero(column.Default!);
    }

    private static ExpressionSide Side(string name, ColumnDefault value, Engine engine) => new(
        Sql(value, engine),
        table => table.Columns.FirstOrDefault(column => Names.Same(column.Name, name))?.Default is { } modelled ? Sql(modelled, engine) : null,
        model => model.Columns.FirstOrDefault(column => Names.Same(column.Name, name)) is { } mapped ? mapped.DefaultSql ?? mapped.DefaultValue : null);

    /// <summary>A constant as SQL: beside an expression it is read as one.</summary>
    private static string Sql(ColumnDefault value, Engine engine) => value.Kind switch
    {
        ColumnDefaultKind.Text => $"'{Escaped(value.Value, engine)}'",
        ColumnDefaultKind.Binary when value.Value.StartsWith("0x", StringComparison.Ordinal) => $"X'{value.Value[2..]}'",
        _ => value.Value,
    };

    private static string Escaped(string text, Engine engine)
    {
        var doubled = text.Replace("'", "''", StringComparison.Ordinal);
        return SqlDialect.Of(engine).BackslashEscapes ? doubled.Replace("\\", "\\\\", StringComparison.Ordinal) : doubled;
    }
}
