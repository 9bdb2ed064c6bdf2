namespace MigrateBoth.Core.Reports.SideBySide;

/// <summary>One attribute of an object, such as a column's type, on both sides.</summary>
/// <param name="Name">Its name for people, such as <c>type</c> or <c>on delete</c>.</param>
/// <param name="Left">What the left catalog says, in the server's own words; null where it says nothing.</param>
/// <param name="Right">What the right catalog says; null where it says nothing.</param>
/// <param name="Findings">Places in <see cref="CheckReport.Findings"/> of what was found about this very attribute.</param>
public sealed record AttributeSides(string Name, string? Left, string? Right, IReadOnlyList<int> Findings);
