using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Testing.Recording;

/// <summary>A column of the model.</summary>
/// <param name="Origin"><c>Table.Column</c>, as the model spells it.</param>
/// <param name="Role">Where its values come from.</param>
internal sealed record ColumnOrigin(string Origin, ColumnRole Role);
