namespace MigrateBoth.Sqlite.Sql;

/// <summary>Parses the text of a CREATE TABLE as <c>sqlite_master</c> keeps it; the grammar is SQLite's own.</summary>
internal sealed class CreateTableParser
{
    private readonly List<ColumnText> _columns = [];
    private readonly ConstraintCollector _constraints = new();

    private CreateTableParser()
    {
    }

    /// <exception cref="SqlSyntaxException">Something in the text is not understood.</exception>
    public static CreateTableText Parse(string sql)
    {
        var cursor = SqlCursor.Over(sql);
        cursor.Expect("CREATE");
        _ = cursor.Try("TEMP") || cursor.Try("TEMPORARY");
        cursor.Expect("TABLE");
        cursor.Try("IF", "NOT", "EXISTS");
        cursor.QualifiedName();

        var parser = new CreateTableParser();
        foreach (var item in cursor.Parentheses().SplitAtCommas())
        {
            parser.ParseItem(item);
        }

        ParseOptions(cursor);
        return new CreateTableText
        {
            Columns = parser._columns,
            PrimaryKey = parser._constraints.PrimaryKey,
            Uniques = parser._constraints.Uniques,
            ForeignKeys = parser._constraints.ForeignKeys,
            Checks = parser._constraints.Checks,
            ConflictClauses = parser._constraints.ConflictClauses,
        };
    }

    /// <summary>The options' values come from PRAGMA table_list; here they only must be known.</summary>
    private static void ParseOptions(SqlCursor cursor)
    {
        while (!cursor.AtEnd)
        {
            if (!cursor.Try("WITHOUT", "ROWID"))
            {
                cursor.Expect("STRICT");
            }

            cursor.TrySymbol(',');
        }
    }

    /// <summary>A column definition, or table constraints: SQLite lets them follow each other without a comma.</summary>
    private void ParseItem(SqlCursor item)
    {
        if (!StartsTableConstraint(item.Current))
        {
            _columns.Add(new ColumnParser(_constraints).Parse(item));
            return;
        }

        while (!item.AtEnd)
        {
            ParseTableConstraint(item);
        }
    }

    private static bool StartsTableConstraint(SqlToken token) =>
        token.IsWord("CONSTRAINT") || token.IsWord("PRIMARY") || token.IsWord("UNIQUE") || token.IsWord("CHECK") || token.IsWord("FOREIGN");

    private void ParseTableConstraint(SqlCursor cursor)
    {
        var name = ConstraintCollector.ParseName(cursor);
        if (cursor.Try("PRIMARY", "KEY"))
        {
            var parts = cursor.Parentheses();
            var (list, isAutoincrement) = parts.TryTakeOffEnd("AUTOINCREMENT") is { } cut ? (cut.Shorter, true) : (parts, false);
            _constraints.SetPrimaryKey(new KeyText(name, KeyPartParser.ParseAll(list), isAutoincrement));
            _constraints.ParseConflict(cursor, $"primary key ({parts.Text})");
        }
        else if (cursor.Try("UNIQUE"))
        {
            var parts = cursor.Parentheses();
            _constraints.AddUnique(new KeyText(name, KeyPartParser.ParseAll(parts)));
            _constraints.ParseConflict(cursor, $"unique ({parts.Text})");
        }
        else if (cursor.Try("CHECK"))
        {
            _constraints.ParseCheck(cursor, name);
        }
        else if (cursor.Try("FOREIGN", "KEY"))
        {
            var columns = KeyPartParser.ParseAll(cursor.Parentheses()).Select(p => p.Column).ToList();
            cursor.Expect("REFERENCES");
            _constraints.AddForeignKey(ReferencesParser.Parse(cursor, name, columns));
        }
        else if (name is null)
        {
            throw cursor.Unexpected("a table constraint was expected");
        }
    }
}
