using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rows;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Execution;

/// <summary>Determines which values a column accepts, from the model if there is one and from the declared types.</summary>
public static class LogicalColumns
{
    private static readonly Dictionary<string, int> IntegerBits = new(StringComparer.Ordinal)
    {
        ["tinyint"] = 8,
        ["smallint"] = 16,
        ["mediumint"] = 24,
        ["int"] = 32,
        ["bigint"] = 64,
    };

    /// <summary>The column as both engines can hold it; null when its type is not understood.</summary>
    /// <param name="sqlite">The column on SQLite.</param>
    /// <param name="mySql">The column on MySQL, whose types say more.</param>
    /// <param name="model">The column in the model, or null.</param>
    public static LogicalColumn? Of(Column sqlite, Column mySql, ModelColumn? model)
    {
        ArgumentNullException.ThrowIfNull(sqlite);
        ArgumentNullException.ThrowIfNull(mySql);
        var declared = OfType(mySql);
        var mapped = model is null ? null : LogicalColumn.FromClr(mySql.Name, model.ProviderClrType);
        var column = mapped is null ? declared
            : declared is null || mapped.Kind != declared.Kind ? mapped with { MaxLength = declared?.MaxLength, FractionDigits = declared?.FractionDigits ?? mapped.FractionDigits, IsAscii = declared?.IsAscii ?? false }
            : declared with { Bits = Math.Min(declared.Bits, mapped.Bits), IsUnsigned = declared.IsUnsigned };
        return column is null ? null : column with { Name = sqlite.Name, IsNullable = sqlite.IsNullable && mySql.IsNullable };
    }

    private static LogicalColumn? OfType(Column column)
    {
        var type = column.Type;
        LogicalColumn New(LogicalKind kind) => new(column.Name, kind);
        if (IntegerBits.TryGetValue(type.Name, out var bits))
        {
            return type is { Name: "tinyint", Precision: 1 } ? New(LogicalKind.Boolean) : New(LogicalKind.Integer) with { Bits = bits, IsUnsigned = type.IsUnsigned };
        }

        return type.Name switch
        {
            "bit" when type.Precision is null or 1 => New(LogicalKind.Boolean),
            "decimal" => New(LogicalKind.Decimal) with { Precision = type.Precision ?? 10, Scale = type.Scale ?? 0 },
            "double" => New(LogicalKind.Float),
            "float" => New(LogicalKind.Float) with { Bits = 32 },
            "char" when type.Length == 36 && column.CharacterSet == "ascii" => New(LogicalKind.Guid),
            "char" or "varchar" => Text(New(LogicalKind.Text) with { MaxLength = type.Length }),
            "tinytext" or "text" or "mediumtext" or "longtext" => Text(New(LogicalKind.Text) with { MaxLength = type.Name == "tinytext" ? 60 : null }),
            "enum" => New(LogicalKind.Text) with { Values = type.Values },
            "binary" => New(LogicalKind.Binary) with { MaxLength = type.Length, IsFixedLength = true },
            "varbinary" => New(LogicalKind.Binary) with { MaxLength = type.Length },
            "tinyblob" or "blob" or "mediumblob" or "longblob" => New(LogicalKind.Binary),
            "date" => New(LogicalKind.Date),
            "datetime" or "timestamp" => New(LogicalKind.DateTime) with { FractionDigits = type.Precision ?? 0 },
            "time" => New(LogicalKind.Time) with { FractionDigits = type.Precision ?? 0 },
            "json" => New(LogicalKind.Json),
            "uuid" => New(LogicalKind.Guid),
            _ => null,
        };

        LogicalColumn Text(LogicalColumn text) => text with { IsAscii = column.CharacterSet is { } set && !set.StartsWith("utf", StringComparison.OrdinalIgnoreCase) && set != "gb18030" };
    }
}
