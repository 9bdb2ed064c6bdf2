namespace MigrateBoth.Core.Rules;

/// <summary>The pages of docs/rules.md, which is built into this assembly.</summary>
public static class RuleDocs
{
    private const string Resource = "rules.md";
    private const string SectionMark = "### MB";
    private const string HeadingMark = "## ";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Parsed = new(() => Parse(Read()));

    /// <summary>The Markdown of every section, by rule id, its heading included.</summary>
    public static IReadOnlyDictionary<string, string> Sections => Parsed.Value;

    /// <summary>The Markdown of one rule's section, or null when there is no such rule.</summary>
    /// <param name="rule">The rule's id, in any case.</param>
    public static string? Find(string rule) => Sections.GetValueOrDefault(rule);

    private static Dictionary<string, string> Parse(string markdown)
    {
        var sections = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(SectionMark, StringComparison.Ordinal))
            {
                var end = i + 1;
                while (end < lines.Length && !IsHeading(lines[end]))
                {
                    end++;
                }

                sections.Add(lines[i][4..].Trim(), string.Join('\n', lines[i..end]).TrimEnd() + "\n");
            }
        }

        return sections;
    }

    private static bool IsHeading(string line) =>
        line.StartsWith(SectionMark, StringComparison.Ordinal) || line.StartsWith(HeadingMark, StringComparison.Ordinal);

    private static string Read()
    {
        using var stream = typeof(RuleDocs).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly was built without {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
