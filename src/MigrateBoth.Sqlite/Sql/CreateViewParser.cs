namespace MigrateBoth.Sqlite.Sql;

/// <summary>Finds the SELECT of a CREATE VIEW.</summary>
internal static class CreateViewParser
{
    /// <exception cref="SqlSyntaxException">Something in front of the SELECT is not understood.</exception>
    public static string ParseSelect(string sql)
    {
        var cursor = SqlCursor.Over(sql);
        cursor.Expect("CREATE");
        _ = cursor.Try("TEMP") || cursor.Try("TEMPORARY");
        cursor.Expect("VIEW");
        cursor.Try("IF", "NOT", "EXISTS");
        cursor.QualifiedName();
        if (cursor.Current.IsSymbol('('))
        {
            cursor.Parentheses();
        }

        cursor.Expect("AS");
        return cursor.Rest().Text;
    }
}
