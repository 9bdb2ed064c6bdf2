namespace MigrateBoth.Core.Expressions;

/// <summary>Finds what a trigger does: SQLite keeps the whole CREATE TRIGGER, MySQL only the statement.</summary>
internal static class TriggerBody
{
    /// <summary>The columns of UPDATE OF in the order of their names, or null when the trigger names none.</summary>
    public static string? FiringColumns(IReadOnlyList<SqlToken> tokens)
    {
        if (tokens is not [var first, ..] || !first.IsWord("create"))
        {
            return null;
        }

        var head = tokens.TakeWhile(token => !token.IsWord("on")).ToList();
        var of = head.FindIndex(token => token.IsWord("update")) is >= 0 and var update ? head.FindIndex(update, token => token.IsWord("of")) : -1;
        return of < 0 ? null : string.Join(", ", head.Skip(of + 1).Where(token => token.Kind is SqlTokenKind.Word or SqlTokenKind.Quoted).Select(token => token.Text.ToLowerInvariant()).Order(StringComparer.Ordinal));
    }

    public static IReadOnlyList<SqlToken> Of(IReadOnlyList<SqlToken> tokens)
    {
        var body = tokens.ToList();
        if (body is [var first, ..] && first.IsWord("create"))
        {
            // A condition changes what the trigger does and stays, in front of the statements.
            var when = body.FindIndex(token => token.IsWord("when"));
            var begin = body.FindIndex(token => token.IsWord("begin"));
            body = when >= 0 && when < begin ? body[when..] : begin >= 0 ? body[begin..] : body;
        }

        if (body is [var opening, .., var closing] && opening.IsWord("begin") && closing.IsWord("end"))
        {
            body = body[1..^1];
        }

        while (body is [.., var last] && last.IsSymbol(";"))
        {
            body.RemoveAt(body.Count - 1);
        }

        return body;
    }
}
