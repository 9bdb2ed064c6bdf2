namespace MigrateBoth.Core.Model;

/// <summary>Code of the application that the model holds: a query filter, or the two lambdas of a value converter.</summary>
/// <param name="Object">The entity type, or a property of it.</param>
/// <param name="Kind"><c>query filter</c> or <c>value converter</c>.</param>
/// <param name="Text">The code, for people.</param>
/// <param name="Structure">Everything of it that decides what it does: equal where the code does the same.</param>
/// <param name="Opaque">What of it cannot be compared, such as an object that it captures; null where nothing is.</param>
public sealed record ModelExpression(ObjectPath Object, string Kind, string Text, string Structure, string? Opaque);
