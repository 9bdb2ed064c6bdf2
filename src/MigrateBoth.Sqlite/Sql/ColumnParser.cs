using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.Sql;

/// <summary>Parses one column definition.</summary>
internal sealed class ColumnParser(ConstraintCollector constraints)
{
    /// <exception cref="SqlSyntaxException">Something in the definition is not understood.</exception>
    public ColumnText Parse(SqlCursor cursor)
    {
        var column = new ColumnText { Name = cursor.Name(), Type = ColumnTypeParser.Parse(cursor) };
        while (!cursor.AtEnd)
        {
            var constraint = ConstraintCollector.ParseName(cursor);
            if (cursor.Try("COLLATE"))
            {
                column = column with { Collation = cursor.Name() };
            }
            else if (cursor.Try("GENERATED", "ALWAYS", "AS") || cursor.Try("AS"))
            {
                column = column with { Generated = ParseGenerated(cursor) };
            }
            else if (!ParseConstraint(cursor, constraint, column.Name) && constraint is null)
            {
                throw cursor.Unexpected($"a constraint of column '{column.Name}' was expected");
            }
        }

        return column;
    }

    private bool ParseConstraint(SqlCursor cursor, string? constraint, string column)
    {
        if (cursor.Try("PRIMARY", "KEY"))
        {
            _ = cursor.Try("ASC") || cursor.Try("DESC");
            constraints.ParseConflict(cursor, $"primary key ({column})");
            constraints.SetPrimaryKey(new KeyText(constraint, [new KeyPartText(column, null)], cursor.Try("AUTOINCREMENT")));
        }
        else if (cursor.Try("UNIQUE"))
        {
            constraints.AddUnique(new KeyText(constraint, [new KeyPartText(column, null)]));
            constraints.ParseConflict(cursor, $"unique ({column})");
        }
        else if (ReferencesParser.TryParseDeferral(cursor) is { } isDeferred)
        {
            constraints.SetDeferred(isDeferred);
        }
        else if (cursor.Try("NOT", "NULL") || cursor.Try("NULL"))
        {
            constraints.ParseConflict(cursor, $"not null ({column})");
        }
        else if (cursor.Try("CHECK"))
        {
            constraints.ParseCheck(cursor, constraint);
        }
        else if (cursor.Try("REFERENCES"))
        {
            constraints.AddForeignKey(ReferencesParser.Parse(cursor, constraint, [column]));
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

    private static GeneratedColumn ParseGenerated(SqlCursor cursor)
    {
        var expression = cursor.Parentheses().WithoutParentheses().Text;
        var isStored = cursor.Try("STORED");
        _ = isStored || cursor.Try("VIRTUAL");
        return new GeneratedColumn(expression, isStored);
    }

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
}

/// <summary>Parses the type of a column: any words up to the first constraint, then perhaps one or two numbers.</summary>
internal static class ColumnTypeParser
{
    public static string Parse(SqlCursor cursor)
    {
        var words = new List<string>();
        while (cursor.Current.IsName && !StartsConstraint(cursor))
        {
            words.Add(cursor.Next().Text);
        }

        var name = string.Join(' ', words);
        return cursor.Current.IsSymbol('(') ? $"{name}({ParseNumbers(cursor.Parentheses())})" : name;
    }

    private static string ParseNumbers(SqlCursor arguments)
    {
        var numbers = new List<string>();
        foreach (var argument in arguments.SplitAtCommas())
        {
            var sign = argument.TrySymbol('-') ? "-" : argument.TrySymbol('+') ? "+" : string.Empty;
            if (argument.Current.Kind != SqlTokenKind.Number)
            {
                throw argument.Unexpected("the number of a type was expected");
            }

            numbers.Add(sign + argument.Next().Text);
            argument.ExpectEnd();
        }

        return string.Join(',', numbers);
    }

    private static bool StartsConstraint(SqlCursor cursor) =>
        cursor.Current.Kind == SqlTokenKind.Word
        && (cursor.Current.Text.ToUpperInvariant() is "CONSTRAINT" or "PRIMARY" or "NOT" or "NULL" or "UNIQUE" or "CHECK" or "DEFAULT"
                or "COLLATE" or "REFERENCES" or "DEFERRABLE" or "AS"
            || (cursor.Current.IsWord("GENERATED") && cursor.Peek(1).IsWord("ALWAYS")));
}
