namespace MigrateBoth.Core.Findings;

/// <summary>The known divergence of the engines behind a finding.</summary>
/// <param name="Id">A stable identifier in kebab-case, such as <c>case-insensitive-equality</c>.</param>
/// <param name="Rows">The rows of the catalogue of differences that it stands for, such as <c>C-01</c>.</param>
public sealed record FindingCause(string Id, IReadOnlyList<string> Rows);
