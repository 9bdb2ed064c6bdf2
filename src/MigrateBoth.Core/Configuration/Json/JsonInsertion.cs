namespace MigrateBoth.Core.Configuration.Json;

/// <summary>Adds to the end of an object or array of a text that its author has formatted and commented: nothing that is there is touched.</summary>
internal sealed class JsonInsertion(string text, JsonContainer container, string defaultUnit = "  ")
{
    /// <summary>How the text ends its lines.</summary>
    public string NewLine { get; } = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>One step of indentation, as the root's members have it.</summary>
    public string Unit => JsonContainer.Root(text).Last is { } last && OwnIndent(last.Start.Value) is { Length: > 0 } unit ? unit : defaultUnit;

    /// <summary>What is before an item: what the last one has, else a step more than the line of the opening bracket.</summary>
    public string Indent => container.Last is { } last && OwnIndent(last.Start.Value) is { } own ? own : LineIndent(container.Open) + Unit;

    /// <summary>Whether the last item is there and is on one line.</summary>
    public bool LastIsOnOneLine => container.Last is { } last && !text[last].Contains('\n', StringComparison.Ordinal);

    /// <summary>The text with the items.</summary>
    /// <param name="items">JSON texts; their further lines are indented already.</param>
    public string Append(IEnumerable<string> items)
    {
        var end = container.Last?.End.Value ?? container.Open;
        var rest = text[end..container.Close];
        var kept = rest.TrimEnd();
        var trailingComma = container.Last is not null && HasComma(rest);
        var comma = container.Last is null || trailingComma ? "" : ",";
        var space = rest[kept.Length..];
        var closing = space.Contains('\n', StringComparison.Ordinal) ? space : NewLine + LineIndent(container.Open);
        var added = string.Join($",{NewLine}", items.Select(item => Indent + item));
        return $"{text[..end]}{comma}{kept}{NewLine}{added}{(trailingComma ? "," : "")}{closing}{text[container.Close..]}";
    }

    private string LineIndent(int position)
    {
        var start = LineStart(position);
        var length = text.AsSpan(start).IndexOfAnyExcept(' ', '\t');
        return length <= 0 ? "" : text.Substring(start, length);
    }

    /// <summary>What is before the position on its line, if that is white space only.</summary>
    private string? OwnIndent(int position)
    {
        var before = text[LineStart(position)..position];
        return LineStart(position) > 0 && string.IsNullOrWhiteSpace(before) ? before : null;
    }

    private int LineStart(int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;

    /// <summary>Whether white space and comments hold a comma between them.</summary>
    private static bool HasComma(string rest)
    {
        for (var index = 0; index < rest.Length; index++)
        {
            if (rest[index] == ',')
            {
                return true;
            }

            if (rest[index] == '/')
            {
                var (end, length) = rest[index + 1] == '*' ? ("*/", 2) : ("\n", 1);
                var at = rest.IndexOf(end, index + 2, StringComparison.Ordinal);
                if (at < 0)
                {
                    return false;
                }

                index = at + length - 1;
            }
        }

        return false;
    }
}
