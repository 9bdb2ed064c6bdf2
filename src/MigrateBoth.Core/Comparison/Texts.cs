using System.Text;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Describes schema objects in one line, as people write them in SQL.</summary>
internal static class Texts
{
    public static string Of(Table table) => $"table of {table.Columns.Count} columns";

    public static string Of(Column column)
    {
        var text = new StringBuilder(column.Type.Text);
        text.Append(column.IsNullable ? " NULL" : " NOT NULL");
        if (column.Default is { } value)
        {
            text.Append(" DEFAULT ").Append(value.Text);
        }

        if (column.Generated is { } generated)
        {
            text.Append(' ').Append(Of(generated));
        }

        return text.ToString().TrimStart();
    }

    public static string Of(GeneratedColumn generated) => $"AS ({generated.Expression}) {(generated.IsStored ? "STORED" : "VIRTUAL")}";

    public static string Of(IReadOnlyList<string> columns) => $"({string.Join(", ", columns)})";

    public static string Of(TableIndex index)
    {
        var text = new StringBuilder();
        if (index.IsUnique)
        {
            text.Append("UNIQUE ");
        }

        if (index.Method != "btree")
        {
            text.Append(index.Method.ToUpperInvariant()).Append(' ');
        }

        text.Append('(').AppendJoin(", ", index.Parts.Select(Of)).Append(')');
        if (index.Filter is not null)
        {
            text.Append(" WHERE ").Append(index.Filter);
        }

        if (index.Parser is not null)
        {
            text.Append(" WITH PARSER ").Append(index.Parser);
        }

        return index.IsVisible ? text.ToString() : text.Append(" INVISIBLE").ToString();
    }

    public static string Of(ForeignKey key)
    {
        var text = new StringBuilder();
        text.Append(Of(key.Columns)).Append(" REFERENCES ").Append(key.PrincipalTable).Append(' ').Append(Of(key.PrincipalColumns));
        text.Append(" ON DELETE ").Append(Of(key.OnDelete));
        if (key.OnUpdate != ReferentialAction.NoAction)
        {
            text.Append(" ON UPDATE ").Append(Of(key.OnUpdate));
        }

        return key.IsDeferred ? text.Append(" DEFERRABLE INITIALLY DEFERRED").ToString() : text.ToString();
    }

    public static string Of(CheckConstraint check) => check.IsEnforced ? check.Expression : $"{check.Expression} NOT ENFORCED";

    public static string Of(PrimaryKey key) => key.Parts.Count == 0 ? Of(key.Columns) : $"({string.Join(", ", key.Parts.Select(Of))})";

    public static string Of(ReferentialAction action) => action switch
    {
        ReferentialAction.NoAction => "NO ACTION",
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        _ => action.ToString().ToUpperInvariant(),
    };

    private static string Of(IndexPart part)
    {
        var text = new StringBuilder(part.Column ?? $"({part.Expression})");
        if (part.PrefixLength is { } length)
        {
            text.Append('(').Append(length).Append(')');
        }

        if (part.Collation is not null)
        {
            text.Append(" COLLATE ").Append(part.Collation);
        }

        return part.IsDescending ? text.Append(" DESC").ToString() : text.ToString();
    }
}
