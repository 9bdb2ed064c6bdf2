using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Puts the recorded steps of a test together to what both engines have in common.</summary>
internal static class TestEvents
{
    /// <summary>The events, in the order in which they began.</summary>
    public static IReadOnlyList<TestEvent> Of(IEnumerable<RecordedStep> steps)
    {
        var all = steps.ToList();
        var ofSaves = all.OfType<RecordedCommand>().Where(command => command.Save is not null).ToLookup(command => command.Save!.Value);
        var saves = all.OfType<RecordedSave>().Select(save => save.Sequence).ToHashSet();
        var events = new List<TestEvent>();
        foreach (var step in all)
        {
            TestEvent? next = step switch
            {
                RecordedSave save when save.Entities.Count > 0 || save.Failure is not null => new SaveEvent(events.Count, save, [.. ofSaves[save.Sequence]]),
                // A save that died with its process has commands and no line of its own.
                RecordedCommand command when command.Save is null || !saves.Contains(command.Save.Value) => new CommandEvent(events.Count, command),
                RecordedTransaction { Save: null } transaction => new TransactionEvent(events.Count, transaction),
                _ => null,
            };
            if (next is not null)
            {
                events.Add(next);
            }
        }

        return events;
    }
}
