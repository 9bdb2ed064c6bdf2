namespace MigrateBoth.Core.Testing.Causes;

/// <summary>A known divergence of the engines, as data.</summary>
/// <param name="Id">A stable identifier in kebab-case.</param>
/// <param name="Rows">The rows of the catalogue of differences that describe it.</param>
/// <param name="Why">Why the engines differ here, in one sentence.</param>
/// <param name="Fix">What to do about it.</param>
/// <param name="Explains">Whether it explains a difference, by what is known of it.</param>
public sealed record Cause(string Id, IReadOnlyList<string> Rows, string Why, string Fix, Func<Symptom, bool> Explains);
