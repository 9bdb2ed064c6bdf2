namespace MigrateBoth.Core.Recordings;

/// <summary>A column of a result.</summary>
/// <param name="Name">The name in the result.</param>
/// <param name="Origin">The column of the model that it shows, <c>Table.Column</c>; null for expressions and where the engine does not tell.</param>
/// <param name="Role">Whether its values are made by the application.</param>
sealed partial record RecordedColumn(string Name, string? Origin, ColumnRole Role);
