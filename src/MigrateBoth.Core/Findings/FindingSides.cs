namespace MigrateBoth.Core.Findings;

/// <summary>What the two sides of one finding are called, where its stage does not say it.</summary>
/// <param name="Expected">The side of <see cref="Finding.Expected"/>.</param>
/// <param name="Actual">The side of <see cref="Finding.Actual"/>.</param>
public sealed record FindingSides(string Expected, string Actual);
