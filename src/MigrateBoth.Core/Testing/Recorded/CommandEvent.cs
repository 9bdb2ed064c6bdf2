using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

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
