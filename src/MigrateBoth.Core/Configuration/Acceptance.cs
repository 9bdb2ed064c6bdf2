namespace MigrateBoth.Core.Configuration;

/// <summary>A difference that is accepted for good, pinned to exactly what it was.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Object">The finding's object.</param>
/// <param name="Difference">The pinned difference, <c>expected -> actual</c> as the finding prints it.</param>
/// <param name="Reason">Why it is accepted; required.</param>
/// <param name="Until">The last day on which it counts, or null for ever.</param>
public sealed record Acceptance(string Rule, string Object, string Difference, string Reason, DateOnly? Until = null);
