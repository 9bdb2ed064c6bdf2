using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Which of MySQL's types hold what.</summary>
internal static class TypeFamilies
{
    private static readonly HashSet<string> Integers = ["tinyint", "smallint", "mediumint", "int", "bigint"];

    private static readonly HashSet<string> OtherNumbers = ["decimal", "float", "double", "year", "bit"];

    private static readonly HashSet<string> Texts =
        ["char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set"];

    public static bool IsInteger(StoreType type) => Integers.Contains(Base(type));

    public static bool IsNumber(StoreType type) => IsInteger(type) || OtherNumbers.Contains(Base(type));

    public static bool IsText(StoreType type) => Texts.Contains(type.Name);

    /// <summary>Types whose literal defaults are bytes.</summary>
    public static bool IsBinary(StoreType type) => type.Name is "binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob";

    /// <summary><c>zerofill</c> stays in the name, for it changes what the client gets.</summary>
    private static string Base(StoreType type) => type.Name.EndsWith(" zerofill", StringComparison.Ordinal) ? type.Name[..^9] : type.Name;
}
