namespace MigrateBoth.Sqlite.Sql;

/// <summary>When a trigger fires, in upper case.</summary>
internal sealed record CreateTriggerText(string Timing, string Event);

/// <summary>Parses the head of a CREATE TRIGGER; its body stays text.</summary>
internal static class CreateTriggerParser
{
    /// <exception cref="SqlSyntaxException">Something in the head is not understood.</exception>
    public static CreateTriggerText Parse(string sql)
    {
        var cursor = SqlCursor.Over(sql);
        cursor.Expect("CREATE");
        _ = cursor.Try("TEMP") || cursor.Try("TEMPORARY");
        cursor.Expect("TRIGGER");
        cursor.Try("IF", "NOT", "EXISTS");
        cursor.QualifiedName();
        return new CreateTriggerText(ParseTiming(cursor), ParseEvent(cursor));
    }

    private static string ParseTiming(SqlCursor cursor)
    {
        if (cursor.Try("AFTER"))
        {
            return "AFTER";
        }

        if (cursor.Try("INSTEAD", "OF"))
        {
            return "INSTEAD OF";
        }

        // Without a word SQLite fires before.
        cursor.Try("BEFORE");
        return "BEFORE";
    }

    private static string ParseEvent(SqlCursor cursor)
    {
        if (cursor.Try("INSERT"))
        {
            return "INSERT";
        }

        if (cursor.Try("DELETE"))
        {
            return "DELETE";
        }

        cursor.Expect("UPDATE");
        return "UPDATE";
    }
}
