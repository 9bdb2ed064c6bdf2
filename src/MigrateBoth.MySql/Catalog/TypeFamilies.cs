using System.Text.RegularExpressions;
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

/// <summary>COLUMNS.EXTRA taken apart; what is left over is kept.</summary>
internal sealed partial record ColumnExtra(bool IsIdentity, bool IsGenerated, bool IsStored, bool IsInvisible, string? OnUpdate, string Unknown)
{
    /// <summary>Reads <c>DEFAULT_GENERATED on update CURRENT_TIMESTAMP(6) INVISIBLE</c> (MySQL) and <c>auto_increment, INVISIBLE</c> (MariaDB).</summary>
    public static ColumnExtra Parse(string extra)
    {
        var onUpdate = OnUpdateClause().Match(extra);
        var rest = OnUpdateClause().Replace(extra, string.Empty);
        var isIdentity = Take(ref rest, "auto_increment");
        var isVirtual = Take(ref rest, "VIRTUAL GENERATED");
        var isStored = Take(ref rest, "STORED GENERATED") || Take(ref rest, "PERSISTENT GENERATED");
        var isInvisible = Take(ref rest, "INVISIBLE");
        Take(ref rest, "DEFAULT_GENERATED");
        return new ColumnExtra(
            isIdentity,
            isVirtual || isStored,
            isStored,
            isInvisible,
            onUpdate.Success ? onUpdate.Groups[1].Value : null,
            rest.Trim(' ', ','));
    }

    private static bool Take(ref string text, string word)
    {
        var start = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return false;
        }

        text = text.Remove(start, word.Length);
        return true;
    }

    [GeneratedRegex(@"\bon update (\w+(?:\(\d*\))?)", RegexOptions.IgnoreCase)]
    private static partial Regex OnUpdateClause();
}
