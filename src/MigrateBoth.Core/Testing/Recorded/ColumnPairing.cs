using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>A result's column on both engines.</summary>
/// <param name="Name">Its name in the result.</param>
/// <param name="Origin">The column of the model it shows, from whichever engine tells.</param>
/// <param name="Role">Where its values come from, from whichever engine knows more.</param>
internal sealed record ColumnPairing(string Name, string? Origin, ColumnRole Role)
{
    public static IReadOnlyList<ColumnPairing> Of(RecordedCommand sqlite, RecordedCommand mySql) =>
        [.. sqlite.Columns.Zip(mySql.Columns, (left, right) => new ColumnPairing(
            left.Name,
            left.Origin ?? right.Origin,
            left.Role != ColumnRole.Value ? left.Role : right.Role))];
}
