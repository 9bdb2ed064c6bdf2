namespace MigrateBoth.Sqlite.Tests.Sql;

/// <summary>A file of test cases: a title, a text, and what is expected of it.</summary>
internal static class CaseFile
{
    public static IReadOnlyDictionary<string, (string Text, string Expected)> Read(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sql", name))
            .Split("\n==== ")
            .Skip(1)
            .Select(Parse)
            .ToDictionary(c => c.Title, c => (c.Text, c.Expected), StringComparer.Ordinal);

    private static (string Title, string Text, string Expected) Parse(string text)
    {
        var title = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        var parts = text[(title.Length + 1)..].Split("\n----\n");
        return (title, parts[0], parts[1].Trim('\n'));
    }
}
