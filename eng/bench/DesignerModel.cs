using System.Text.RegularExpressions;

namespace MigrateBoth.Bench;

/// <summary>A generated Designer file, from which the entities whose tables are not there yet can be left out.</summary>
internal sealed partial class DesignerModel
{
    private readonly string _head;
    private readonly string _tail;
    private readonly List<(string Table, string Text)> _entities = [];

    /// <param name="text">The file.</param>
    public DesignerModel(string text)
    {
        var end = text.IndexOf("#pragma warning restore", StringComparison.Ordinal);
        var parts = EntityStart().Split(text[..end]);
        _head = parts[0];
        _tail = text[end..];

        // An entity has a second part for its foreign keys, which does not name the table again.
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.Skip(1))
        {
            var entity = EntityName().Match(part).Groups[1].Value;
            if (TableName().Match(part) is { Success: true } table)
            {
                tables[entity] = table.Groups[1].Value;
            }

            _entities.Add((tables[entity], part));
        }
    }

    /// <summary>The file of a model that has these tables only.</summary>
    public string With(IReadOnlySet<string> tables) =>
        _head + string.Concat(_entities.Where(entity => tables.Contains(entity.Table)).Select(entity => entity.Text)) + _tail;

    [GeneratedRegex(@"(?=^            modelBuilder\.Entity\("")", RegexOptions.Multiline)]
    private static partial Regex EntityStart();

    [GeneratedRegex("""modelBuilder\.Entity\("([^"]+)""")]
    private static partial Regex EntityName();

    [GeneratedRegex("""\.ToTable\("([^"]+)""")]
    private static partial Regex TableName();
}
