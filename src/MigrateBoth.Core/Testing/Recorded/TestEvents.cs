using System.Globalization;
using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>One thing that a test did, as the two engines have it in common: a query, a save as a whole, the end of a transaction.</summary>
internal abstract record TestEvent(int Index)
{
    /// <summary>How it failed, or null.</summary>
    public abstract RecordedFailure? Failure { get; }

    /// <summary>When it was recorded, in milliseconds of Unix time, or null.</summary>
    public abstract long? At { get; }

    /// <summary>For display, in one line.</summary>
    public abstract string Description { get; }

    /// <summary>Whether the other is the same thing, done on the other engine or in another run.</summary>
    public abstract bool IsTwinOf(TestEvent other);

    /// <summary>Whether the two could be each other's counterpart although their texts differ.</summary>
    public virtual bool IsOfKind(TestEvent other) => IsTwinOf(other);
}

/// <summary>Groups the recorded steps of a test into events that are comparable across the engines.</summary>
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

/// <summary>A command of its own: a query, a bulk statement, raw SQL.</summary>
internal sealed record CommandEvent(int Index, RecordedCommand Command) : TestEvent(Index)
{
    public override RecordedFailure? Failure => Command.Failure;

    public override long? At => Command.At;

    public override string Description => $"{Noun} {Quoted} (step {Index + 1})";

    private string Noun => Command.Source switch
    {
        CommandSource.Linq or CommandSource.RawQuery => "the query",
        CommandSource.Bulk => "the bulk statement",
        _ => "the command",
    };

    private string Quoted => Command.Tags.Count > 0 ? $"'{string.Join(", ", Command.Tags.Select(OneLine))}'" : $"'{OneLine(Command.Shape ?? Command.Sql)}'";

    /// <summary>The same LINQ has the same shape on both engines; of raw SQL the text itself is what the author wrote.</summary>
    public override bool IsTwinOf(TestEvent other) =>
        other is CommandEvent { Command: var command }
        && command.Source == Command.Source
        && (command.Shape is null || Command.Shape is null
            ? command.Source is CommandSource.Linq or CommandSource.Bulk || command.Sql == Command.Sql
            : command.Shape == Command.Shape);

    public override bool IsOfKind(TestEvent other) => other is CommandEvent { Command: var command } && command.Source == Command.Source && Command.Shape is null && command.Shape is null;

    private static string OneLine(string text)
    {
        const int Longest = 160;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..Longest] + "...";
    }
}

/// <summary>One call of <c>SaveChanges</c>; each engine cuts it into commands in its own way.</summary>
internal sealed record SaveEvent(int Index, RecordedSave Save, IReadOnlyList<RecordedCommand> Commands) : TestEvent(Index)
{
    public override RecordedFailure? Failure => Save.Failure ?? Commands.Select(command => command.Failure).FirstOrDefault(failure => failure is not null);

    public override long? At => Save.At;

    public override string Description => string.Create(CultureInfo.InvariantCulture, $"saving {Entities} (step {Index + 1})");

    private string Entities => Save.Entities.Count == 0 ? "nothing" : string.Join(", ", Save.Entities.Select(Text));

    public override bool IsTwinOf(TestEvent other) => other is SaveEvent { Save: var save } && save.Entities.SequenceEqual(Save.Entities);

    public override bool IsOfKind(TestEvent other) => other is SaveEvent;

    private static string Text(SavedEntities saved)
    {
        IEnumerable<string> parts = [.. Part(saved.Added, "new"), .. Part(saved.Modified, "changed"), .. Part(saved.Deleted, "deleted")];
        return $"{string.Join(" and ", parts)} {saved.Entity}";

        static IEnumerable<string> Part(int count, string word) => count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count} {word}")];
    }
}

/// <summary>The begin or end of a transaction of the application's own.</summary>
internal sealed record TransactionEvent(int Index, RecordedTransaction Transaction) : TestEvent(Index)
{
    public override RecordedFailure? Failure => Transaction.Failure;

    public override long? At => Transaction.At;

    public override string Description => $"transaction {Transaction.Action.ToString().ToLowerInvariant()} (step {Index + 1})";

    public override bool IsTwinOf(TestEvent other) => other is TransactionEvent { Transaction: var transaction } && transaction.Action == Transaction.Action;
}
