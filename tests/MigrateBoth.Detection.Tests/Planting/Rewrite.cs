namespace MigrateBoth.Detection.Tests.Planting;

/// <summary>Makes a SQLite table anew with one place of its CREATE statement changed: SQLite can alter hardly anything.</summary>
/// <param name="Table">The table.</param>
/// <param name="Find">The text to replace; it must be there exactly once.</param>
/// <param name="Replacement">The text to put there.</param>
public sealed record Rewrite(string Table, string Find, string Replacement) : Step
{
    /// <summary>The changed statement. A place that is not found would plant nothing, and a test of nothing passes.</summary>
    public string Apply(string sql)
    {
        var parts = sql.Split(Find);
        return parts.Length == 2
            ? string.Join(Replacement, parts)
            : throw new InvalidOperationException($"'{Find}' is {parts.Length - 1} times in: {sql}");
    }
}
