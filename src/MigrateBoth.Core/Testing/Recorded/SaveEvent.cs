using System.Globalization;
using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

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
