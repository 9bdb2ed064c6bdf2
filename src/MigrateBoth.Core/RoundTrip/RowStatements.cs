namespace MigrateBoth.Core.RoundTrip;

/// <summary>Shows statements with parameters to people.</summary>
public static class RowStatements
{
    /// <summary>The statement with its values behind it.</summary>
    public static string Show(string sql, IEnumerable<string?> values) => $"{sql} -- {string.Join(", ", values.Select(ValueText.Show))}";
}
