namespace MigrateBoth.Core.Rules;

/// <summary>What a rule says of one difference.</summary>
/// <param name="Message">What is wrong, in one sentence that names the object.</param>
/// <param name="Advice">What to do about it.</param>
/// <param name="Severity">How much this case matters, or null for the difference's own weight or the rule's default.</param>
public sealed record Explanation(string Message, string Advice, Severity? Severity = null);
