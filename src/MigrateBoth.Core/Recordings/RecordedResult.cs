namespace MigrateBoth.Core.Recordings;

/// <summary>What one statement of a command returned. Results that follow each other and show the same columns are one.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The first rows that were read, a value per column, encoded as <see cref="RecordedValue"/> does.</param>
/// <param name="RowCount">How many rows were read, with those that are not kept.</param>
/// <param name="Rest">What is known of the rows that are not kept; null when all are.</param>
sealed partial record RecordedResult(
    IReadOnlyList<RecordedColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, int RowCount, RowsDigest? Rest);
