namespace MigrateBoth.Sqlite;

/// <summary>How SQLite compares and quotes names.</summary>
internal static class SqliteNames
{
    /// <summary>
    /// Names that differ only in the case of ASCII letters are one object. Ordinal comparison that ignores case goes further
    /// (É and é are two names in SQLite), so it is distinguished here.
    /// </summary>
    public static StringComparer Comparer { get; } = new AsciiIgnoreCaseComparer();

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The name with ASCII letters in lower case.</summary>
    public static string Fold(string name) => string.Create(name.Length, name, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            folded[i] = char.IsAsciiLetterUpper(source[i]) ? char.ToLowerInvariant(source[i]) : source[i];
        }
    });

    private sealed class AsciiIgnoreCaseComparer : StringComparer
    {
        public override int Compare(string? x, string? y) => string.CompareOrdinal(FoldOrNull(x), FoldOrNull(y));

        public override bool Equals(string? x, string? y) => string.Equals(FoldOrNull(x), FoldOrNull(y), StringComparison.Ordinal);

        public override int GetHashCode(string obj) => Fold(obj).GetHashCode(StringComparison.Ordinal);

        private static string? FoldOrNull(string? name) => name is null ? null : Fold(name);
    }
}
