using MigrateBoth.Core.Comparison.Types;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>
/// Compares the types of one column on two engines. The model decides: each engine must have the type that its provider maps
/// the property to. Without a model the types must be able to hold the same values.
/// </summary>
internal sealed class CrossEngineTypes(ModelKnowledge knowledge)
{
    public Judgement Judge(ColumnPair columns)
    {
        var left = Side(columns.Tables.LeftSchema, columns.Tables.Left, columns.Left);
        var right = Side(columns.Tables.RightSchema, columns.Tables.Right, columns.Right);
        if (left.Expected is null || right.Expected is null)
        {
            return ByAffinity(left, right);
        }

        var faults = new[] { Fault(left), Fault(right) }.OfType<string>().ToList();
        return faults.Count > 0 ? Judgement.Differs(string.Join("; ", faults)) : ByProperty(left, right);
    }

    /// <summary>What values the column holds, as far as model or type tell.</summary>
    public TypeFamilies FamilyOf(DatabaseSchema schema, Table table, Column column)
    {
        var side = Side(schema, table, column);
        return side.Property != TypeFamilies.None ? side.Property : TypeAffinity.Of(schema.Engine, column.Type);
    }

    private ColumnSide Side(DatabaseSchema schema, Table table, Column column) => new(
        schema,
        table,
        column,
        knowledge.ExpectedType(schema.Engine, table.Name, column.Name),
        knowledge.ModelColumn(schema.Engine, table.Name, column.Name) is { } mapped ? ClrTypes.Of(mapped.ProviderClrType) : TypeFamilies.None);

    private static string? Fault(ColumnSide side) =>
        IsUndeclared(side.Column) || SameDeclaration(side.Expected!, side.Column.Type)
            ? null
            : $"on {side.Engine.DisplayName()} the model asks for {side.Expected!.Text}";

    /// <summary>SQLite keeps no declared type of a generated column (catalogue row S-45).</summary>
    private static bool IsUndeclared(Column column) => column.Generated is not null && column.Type.Name.Length == 0;

    private static bool SameDeclaration(StoreType expected, StoreType actual) =>
        expected.IsSameAs(actual) || WithoutWidth(expected).IsSameAs(WithoutWidth(actual));

    /// <summary>The display width of an integer changes nothing, but tinyint(1) is how a bool is told from a byte.</summary>
    private static StoreType WithoutWidth(StoreType type) =>
        type.Name is "smallint" or "mediumint" or "int" or "bigint" || (type.Name == "tinyint" && type.Precision != 1)
            ? type with { Precision = null }
            : type;

    private static Judgement ByProperty(ColumnSide left, ColumnSide right) =>
        left.Property == right.Property || left.Property == TypeFamilies.None || right.Property == TypeFamilies.None
            ? Judgement.Equal
            : Judgement.Differs($"the model itself stores {Describe(left)} and {Describe(right)}", Severity.Warning);

    private static string Describe(ColumnSide side) => $"{side.Property} on {side.Engine.DisplayName()}";

    private static Judgement ByAffinity(ColumnSide left, ColumnSide right)
    {
        if (IsUndeclared(left.Column) || IsUndeclared(right.Column))
        {
            return Judgement.Equal;
        }

        var (leftFamilies, rightFamilies) = (TypeAffinity.Of(left.Engine, left.Column.Type), TypeAffinity.Of(right.Engine, right.Column.Type));
        foreach (var (side, families) in new[] { (left, leftFamilies), (right, rightFamilies) })
        {
            if (families == TypeFamilies.None)
            {
                return Judgement.Of(DifferenceKind.UnknownType, $"{side.Engine.DisplayName()}'s type '{side.Column.Type.Text}' is not known");
            }
        }

        if ((leftFamilies & rightFamilies) == TypeFamilies.None)
        {
            return Judgement.Differs($"{leftFamilies} against {rightFamilies}");
        }

        var (leftValues, rightValues) = (left.Values.ToHashSet(StringComparer.Ordinal), right.Values.ToHashSet(StringComparer.Ordinal));
        if (leftValues.Count == 0 != (rightValues.Count == 0))
        {
            return Judgement.Differs("one side takes the listed values only", Severity.Warning);
        }

        if (!leftValues.SetEquals(rightValues))
        {
            return Judgement.Differs("the sides take other values");
        }

        return SameWhereDeclared(left.Column.Type, right.Column.Type) ? Judgement.Equal : Judgement.Differs("length or precision");
    }

    /// <summary>EF Core declares no facets on SQLite (catalogue row S-03); where both sides declare one it must be the same.</summary>
    private static bool SameWhereDeclared(StoreType left, StoreType right) =>
        Agree(left.Length, right.Length)
        && (left.Scale is null || right.Scale is null || (left.Precision == right.Precision && left.Scale == right.Scale));

    private static bool Agree(int? left, int? right) => left is null || right is null || left == right;

    private sealed record ColumnSide(DatabaseSchema Schema, Table Table, Column Column, StoreType? Expected, TypeFamilies Property)
    {
        public Engine Engine => Schema.Engine;

        public IReadOnlyCollection<string> Values => ImpliedChecks.ValuesOf(Schema, Table, Column);
    }
}
