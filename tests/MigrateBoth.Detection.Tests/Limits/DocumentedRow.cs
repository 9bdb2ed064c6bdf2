namespace MigrateBoth.Detection.Tests.Limits;

/// <summary>One row of the page.</summary>
/// <param name="Id">The catalogue's row, such as <c>S-46</c>.</param>
/// <param name="Answer">What happens to it today.</param>
/// <param name="Rules">The rules that the answer names.</param>
public sealed record DocumentedRow(string Id, string Answer, IReadOnlyList<string> Rules);
