namespace MigrateBoth.Core.Schema;

/// <summary>A trigger.</summary>
/// <param name="Name">The trigger's name.</param>
/// <param name="Table">The table or view it fires on.</param>
/// <param name="Timing"><c>BEFORE</c>, <c>AFTER</c> or <c>INSTEAD OF</c>.</param>
/// <param name="Event"><c>INSERT</c>, <c>UPDATE</c> or <c>DELETE</c>.</param>
/// <param name="Definition">Its text as the catalog has it.</param>
public sealed record Trigger(string Name, string Table, string Timing, string Event, string Definition)
{
    /// <summary>What the engine keeps beside the text and runs the trigger by, by lower-case name: its order among others, the SQL mode.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
