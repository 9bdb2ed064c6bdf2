namespace MigrateBoth.Core.Schema;

/// <summary>Something in a catalog that the reader saw and cannot describe. It becomes an MB9xx finding, never silence.</summary>
/// <param name="Kind">What it is, in the engine's own word: <c>routine</c>, <c>event</c>, <c>virtual table</c>, <c>partitioned table</c>.</param>
/// <param name="Path">The object; null for all of the kind.</param>
/// <param name="Text">What the catalog says of it.</param>
/// <param name="Reason">Why it could not be read.</param>
/// <param name="IsHidden">Whether the account lacks the right to see it: then nobody can say what is there, or whether anything is.</param>
public sealed record UnreadObject(string Kind, ObjectPath? Path, string Text, string Reason, bool IsHidden = false)
{
    /// <summary>Whether <see cref="Text"/> lacks something of the object: two such objects with the same text need not be the same.</summary>
    public bool IsPartial { get; init; }
}
