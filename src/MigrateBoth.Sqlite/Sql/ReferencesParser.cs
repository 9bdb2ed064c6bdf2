using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.Sql;

/// <summary>Parses what follows the word REFERENCES.</summary>
internal static class ReferencesParser
{
    public static ForeignKeyText Parse(SqlCursor cursor, string? name, IReadOnlyList<string> columns)
    {
        var key = new ForeignKeyText
        {
            Name = name,
            Columns = columns,
            PrincipalTable = cursor.Name(),
            PrincipalColumns = cursor.Current.IsSymbol('(')
                ? [.. KeyPartParser.ParseAll(cursor.Parentheses()).Select(p => p.Column)]
                : [],
        };
        while (TryParseClause(cursor, key) is { } more)
        {
            key = more;
        }

        return key;
    }

    private static ForeignKeyText? TryParseClause(SqlCursor cursor, ForeignKeyText key)
    {
        if (cursor.Try("ON", "DELETE"))
        {
            return key with { OnDelete = ParseAction(cursor) };
        }

        if (cursor.Try("ON", "UPDATE"))
        {
            return key with { OnUpdate = ParseAction(cursor) };
        }

        if (cursor.Try("ON", "INSERT"))
        {
            // SQLite's grammar has it and nothing obeys it.
            ParseAction(cursor);
            return key;
        }

        if (cursor.Try("MATCH"))
        {
            // Parsed and ignored by SQLite: every MATCH is SIMPLE.
            cursor.Name();
            return key;
        }

        return TryParseDeferral(cursor) is { } isDeferred ? key with { IsDeferred = isDeferred } : null;
    }

    /// <summary>Consumes <c>[NOT] DEFERRABLE [INITIALLY …]</c> if it comes next.</summary>
    /// <returns>Whether the check is deferred, or null when the clause is not there.</returns>
    public static bool? TryParseDeferral(SqlCursor cursor)
    {
        if (cursor.Try("NOT", "DEFERRABLE"))
        {
            // Whatever follows, it is checked at once.
            ParseInitially(cursor);
            return false;
        }

        return cursor.Try("DEFERRABLE") ? ParseInitially(cursor) : null;
    }

    private static bool ParseInitially(SqlCursor cursor)
    {
        if (!cursor.Try("INITIALLY"))
        {
            return false;
        }

        if (cursor.Try("DEFERRED"))
        {
            return true;
        }

        cursor.Expect("IMMEDIATE");
        return false;
    }

    private static ReferentialAction ParseAction(SqlCursor cursor)
    {
        if (cursor.Try("SET", "NULL"))
        {
            return ReferentialAction.SetNull;
        }

        if (cursor.Try("SET", "DEFAULT"))
        {
            return ReferentialAction.SetDefault;
        }

        if (cursor.Try("CASCADE"))
        {
            return ReferentialAction.Cascade;
        }

        if (cursor.Try("RESTRICT"))
        {
            return ReferentialAction.Restrict;
        }

        cursor.Expect("NO", "ACTION");
        return ReferentialAction.NoAction;
    }
}
