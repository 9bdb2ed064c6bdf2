using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Testing.Causes;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Begins the description of a difference from the two events it is about.</summary>
internal static class Symptoms
{
    public static Symptom Of(TestEvent? left, TestEvent? right) => new() { Kind = default, Sqlite = Command(left), MySql = Command(right) };

    /// <summary>Of a save, the command that failed or else the first.</summary>
    private static RecordedCommand? Command(TestEvent? one) => one switch
    {
        CommandEvent command => command.Command,
        SaveEvent save => save.Commands.FirstOrDefault(command => command.Failure is not null) ?? (save.Commands.Count > 0 ? save.Commands[0] : null),
        _ => null,
    };
}
