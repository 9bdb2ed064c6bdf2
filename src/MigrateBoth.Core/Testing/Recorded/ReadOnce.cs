using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Where a query includes a collection, EF Core reads the owner's columns in the first of its rows only.</summary>
internal static class ReadOnce
{
    /// <summary>Gives the later rows of an owner its values, so that rows can be compared whatever their order.</summary>
    public static RecordedCommand Fill(RecordedCommand command)
    {
        if (!IsCollection(command))
        {
            return command;
        }

        var rows = new List<IReadOnlyList<string?>>();
        foreach (var row in command.Rows)
        {
            var above = rows.Count > 0 ? rows[^1] : null;
            rows.Add([.. row.Select((value, column) => value == RecordedValue.NotRead && above is not null && column < above.Count ? above[column] : value)]);
        }

        return command with { Rows = rows };
    }

    /// <summary>Whether the result holds an included collection.</summary>
    public static bool IsCollection(RecordedCommand command) => command.Rows.Any(row => row.Contains(RecordedValue.NotRead));
}
