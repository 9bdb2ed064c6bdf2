using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.Sql;

/// <summary>Parses the text of a CREATE TABLE as <c>sqlite_master</c> keeps it; the grammar is SQLite's own.</summary>
internal sealed class CreateTableParser
{
    private readonly List<ColumnText> _columns = [];
    private readonly List<KeyText> _uniques = [];
    private readonly List<ForeignKeyText> _foreignKeys = [];
    private readonly List<CheckConstraint> _checks = [];
    private readonly List<string> _conflictClauses = [];
    private KeyText? _primaryKey;

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
            PrimaryKey = parser._primaryKey,
            Uniques = parser._uniques,
            ForeignKeys = parser._foreignKeys,
            Checks = parser._checks,
            ConflictClauses = parser._conflictClauses,
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
            ParseColumn(item);
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
        var name = ConstraintName(cursor);
        if (cursor.Try("PRIMARY", "KEY"))
        {
            var parts = cursor.Parentheses();
            var (list, isAutoincrement) = parts.TryTakeOffEnd("AUTOINCREMENT") is { } cut ? (cut.Shorter, true) : (parts, false);
            _primaryKey = new KeyText(name, KeyPartParser.ParseAll(list), isAutoincrement);
            ParseConflict(cursor, "primary key", parts);
        }
        else if (cursor.Try("UNIQUE"))
        {
            var parts = cursor.Parentheses();
            _uniques.Add(new KeyText(name, KeyPartParser.ParseAll(parts)));
            ParseConflict(cursor, "unique", parts);
        }
        else if (cursor.Try("CHECK"))
        {
            ParseCheck(cursor, name);
        }
        else if (cursor.Try("FOREIGN", "KEY"))
        {
            var columns = KeyPartParser.ParseAll(cursor.Parentheses()).Select(p => p.Column).ToList();
            cursor.Expect("REFERENCES");
            _foreignKeys.Add(ReferencesParser.Parse(cursor, name, columns));
        }
        else if (name is null)
        {
            throw cursor.Unexpected("a table constraint was expected");
        }
    }

    private void ParseColumn(SqlCursor cursor)
    {
        var name = cursor.Name();
        SkipType(cursor);
        string? collation = null;
        GeneratedColumn? generated = null;
        while (!cursor.AtEnd)
        {
            var constraint = ConstraintName(cursor);
            if (cursor.Try("COLLATE"))
            {
                collation = cursor.Name();
            }
            else if (cursor.Try("GENERATED", "ALWAYS", "AS") || cursor.Try("AS"))
            {
                generated = ParseGenerated(cursor);
            }
            else if (!ParseColumnConstraint(cursor, constraint, name) && constraint is null)
            {
                throw cursor.Unexpected($"a constraint of column '{name}' was expected");
            }
        }

        _columns.Add(new ColumnText(name, collation, generated));
    }

    private bool ParseColumnConstraint(SqlCursor cursor, string? constraint, string column)
    {
        if (cursor.Try("PRIMARY", "KEY"))
        {
            _ = cursor.Try("ASC") || cursor.Try("DESC");
            ParseConflict(cursor, $"primary key ({column})");
            _primaryKey = new KeyText(constraint, [new KeyPartText(column, null)], cursor.Try("AUTOINCREMENT"));
        }
        else if (cursor.Try("UNIQUE"))
        {
            _uniques.Add(new KeyText(constraint, [new KeyPartText(column, null)]));
            ParseConflict(cursor, $"unique ({column})");
        }
        else if (cursor.Try("NOT", "NULL") || cursor.Try("NULL"))
        {
            ParseConflict(cursor, $"not null ({column})");
        }
        else if (cursor.Try("CHECK"))
        {
            ParseCheck(cursor, constraint);
        }
        else if (cursor.Try("REFERENCES"))
        {
            _foreignKeys.Add(ReferencesParser.Parse(cursor, constraint, [column]));
        }
        else if (cursor.Try("DEFAULT"))
        {
            SkipDefault(cursor);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static string? ConstraintName(SqlCursor cursor)
    {
        string? name = null;
        while (cursor.Try("CONSTRAINT"))
        {
            name = cursor.Name();
        }

        return name;
    }

    private void ParseCheck(SqlCursor cursor, string? name)
    {
        var condition = cursor.Parentheses().WithoutParentheses().Text;
        _checks.Add(new CheckConstraint(name, condition));
        ParseConflict(cursor, $"check ({condition})");
    }

    private static GeneratedColumn ParseGenerated(SqlCursor cursor)
    {
        var expression = cursor.Parentheses().WithoutParentheses().Text;
        var isStored = cursor.Try("STORED");
        _ = isStored || cursor.Try("VIRTUAL");
        return new GeneratedColumn(expression, isStored);
    }

    /// <summary>The type comes from PRAGMA table_xinfo.</summary>
    private static void SkipType(SqlCursor cursor)
    {
        while (cursor.Current.IsName && !StartsColumnConstraint(cursor))
        {
            cursor.Next();
        }

        if (cursor.Current.IsSymbol('('))
        {
            cursor.Parentheses();
        }
    }

    private static bool StartsColumnConstraint(SqlCursor cursor) =>
        cursor.Current.Kind == SqlTokenKind.Word
        && (cursor.Current.Text.ToUpperInvariant() is "CONSTRAINT" or "PRIMARY" or "NOT" or "NULL" or "UNIQUE" or "CHECK" or "DEFAULT"
                or "COLLATE" or "REFERENCES" or "AS"
            || (cursor.Current.IsWord("GENERATED") && cursor.Peek(1).IsWord("ALWAYS")));

    /// <summary>The default comes from PRAGMA table_xinfo.</summary>
    private static void SkipDefault(SqlCursor cursor)
    {
        if (cursor.Current.IsSymbol('('))
        {
            cursor.Parentheses();
            return;
        }

        _ = cursor.TrySymbol('+') || cursor.TrySymbol('-');
        if (cursor.Current.Kind == SqlTokenKind.Symbol)
        {
            throw cursor.Unexpected("a default was expected");
        }

        cursor.Next();
    }

    private void ParseConflict(SqlCursor cursor, string kind, SqlCursor parts) => ParseConflict(cursor, $"{kind} ({parts.Text})");

    private void ParseConflict(SqlCursor cursor, string constraint)
    {
        if (cursor.Try("ON", "CONFLICT"))
        {
            _conflictClauses.Add($"{constraint} {cursor.Name().ToLowerInvariant()}");
        }
    }
}
