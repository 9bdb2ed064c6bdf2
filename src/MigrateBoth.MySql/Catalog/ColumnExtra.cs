using System.Text.RegularExpressions;

namespace MigrateBoth.MySql.Catalog;

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
