namespace MigrateBoth.Core.Tracing.Sources;

/// <summary>Puts statements into a method of a migration.</summary>
public static class MigrationBody
{
    private const string Step = "    ";

    /// <summary>The text with the statements in it; null where the method has no body in braces exactly once.</summary>
    /// <param name="text">The C# file.</param>
    /// <param name="method"><c>Up</c> or <c>Down</c>.</param>
    /// <param name="code">The statements, not indented.</param>
    /// <param name="atEnd">Whether they come after what is there.</param>
    public static string? Insert(string text, string method, string code, bool atEnd)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(code);
        if (Find(text, method) is not var (open, close, indent))
        {
            return null;
        }

        var line = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = code.Split('\n').Select(part => part.TrimEnd('\r', ' ')).ToList();
        var block = string.Join(line, lines.Select(part => part.Length == 0 ? part : $"{indent}{Step}{part}")).TrimEnd();
        var body = text[(open + 1)..close].TrimEnd();
        var rest = $"{line}{indent}{text[close..]}";
        return body.Length == 0 ? $"{text[..(open + 1)]}{line}{block}{rest}"
            : atEnd ? $"{text[..(open + 1)]}{body}{line}{line}{block}{rest}"
            : $"{text[..(open + 1)]}{line}{block}{line}{body}{rest}";
    }

    private static (int Open, int Close, string Indent)? Find(string text, string method)
    {
        var tokens = CSharpTokenizer.Read(text);
        var found = Enumerable.Range(0, Math.Max(0, tokens.Count - 2))
            .Where(at => tokens[at] is { Kind: CSharpTokenKind.Identifier, Text: "void" } && tokens[at + 1] is { Kind: CSharpTokenKind.Identifier } name && name.Text == method && tokens[at + 2].Is('('))
            .Take(2).ToList();
        if (found is not [var declared])
        {
            return null;
        }

        var open = declared + 3;
        while (open < tokens.Count && !tokens[open].Is('{'))
        {
            // An expression body is no place for more.
            if (tokens[open].Is('=') || tokens[open].Is(';'))
            {
                return null;
            }

            open++;
        }

        var depth = 0;
        for (var at = open; at < tokens.Count; at++)
        {
            depth += tokens[at].Is('{') ? 1 : tokens[at].Is('}') ? -1 : 0;
            if (depth == 0)
            {
                var start = text.LastIndexOf('\n', tokens[declared].At) + 1;
                return (tokens[open].At, tokens[at].At, text[start..(start + text[start..].TakeWhile(character => character is ' ' or '\t').Count())]);
            }
        }

        return null;
    }
}
