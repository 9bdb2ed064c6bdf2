using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace MigrateBoth.DesignHost.Fixing;

/// <summary>Turns the column of a table that is created into one that is added or altered.</summary>
internal static class ColumnOperations
{
    /// <summary>Added to a table that may have rows: a required column needs a value for them, and gets the one that EF Core itself would give it.</summary>
    public static AddColumnOperation Added(AddColumnOperation column)
    {
        var added = Copy(column, new AddColumnOperation());
        var needsValue = !column.IsNullable && column.DefaultValue is null && column.DefaultValueSql is null;
        added.DefaultValue = needsValue ? EmptyValue(column.ClrType) : column.DefaultValue;
        return added;
    }

    /// <summary>Altered to what the model says, from whatever it is.</summary>
    public static AlterColumnOperation Altered(AddColumnOperation column, bool? wasNullable)
    {
        var altered = Copy(column, new AlterColumnOperation());
        altered.OldColumn = new AddColumnOperation { Name = column.Name, Table = column.Table, ClrType = column.ClrType, IsNullable = wasNullable ?? column.IsNullable };
        return altered;
    }

    /// <summary>The column that an alteration makes.</summary>
    public static AddColumnOperation Made(AlterColumnOperation altered) => Copy(altered, new AddColumnOperation());

    private static T Copy<T>(ColumnOperation from, T to)
        where T : ColumnOperation
    {
        to.Name = from.Name;
        to.Table = from.Table;
        to.Schema = from.Schema;
        to.ClrType = from.ClrType;
        to.ColumnType = from.ColumnType;
        to.IsUnicode = from.IsUnicode;
        to.IsFixedLength = from.IsFixedLength;
        to.MaxLength = from.MaxLength;
        to.Precision = from.Precision;
        to.Scale = from.Scale;
        to.IsRowVersion = from.IsRowVersion;
        to.IsNullable = from.IsNullable;
        to.DefaultValue = from.DefaultValue;
        to.DefaultValueSql = from.DefaultValueSql;
        to.Collation = from.Collation;
        to.Comment = from.Comment;
        to.AddAnnotations(from.GetAnnotations());
        return to;
    }

    private static object? EmptyValue(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(string) ? ""
            : bare.IsArray ? Array.CreateInstance(bare.GetElementType()!, 0)
            : bare.IsValueType ? Activator.CreateInstance(bare)
            : null;
    }
}
