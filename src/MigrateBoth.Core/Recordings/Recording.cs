namespace MigrateBoth.Core.Recordings;

/// <summary>What the tests of one process did on one engine.</summary>
/// <param name="Session">The head.</param>
/// <param name="Tests">The runs of tests, in the order in which they began; one test may have several (a theory's rows).</param>
/// <param name="Outside">The steps that no test did, such as those of fixtures, in the order in which they began.</param>
/// <param name="IsComplete">False when the process ended before it had closed the recording.</param>
sealed partial record Recording(SessionStarted Session, IReadOnlyList<RecordedTest> Tests, IReadOnlyList<RecordedStep> Outside, bool IsComplete)
{
    /// <summary>The tests of the assembly that are declared for one engine, whether they ran or not.</summary>
    public IReadOnlyList<OnlyOnDeclared> Declarations { get; init; } = [];

    /// <summary>Puts lines together.</summary>
    internal static Recording From(SessionStarted session, IReadOnlyList<RecordingLine> lines)
    {
        var steps = lines.OfType<RecordedStep>().OrderBy(step => step.Sequence).ToLookup(step => step.Test ?? -1);
        var names = lines.OfType<TestNamed>().GroupBy(line => line.Test).ToDictionary(group => group.Key, group => group.Last());
        var ends = lines.OfType<TestEnded>().GroupBy(line => line.Test).ToDictionary(group => group.Key, group => group.Last());
        var tests = lines.OfType<TestStarted>().Select(started =>
        {
            var name = names.GetValueOrDefault(started.Test);
            var end = ends.GetValueOrDefault(started.Test);
            return new RecordedTest(
                started.Class, name?.Name, name?.DisplayName, name?.Arguments, name?.OnlyOn, name?.Reason,
                [.. steps[started.Test]], end?.Omitted ?? 0, end is not null);
        });
        var isComplete = lines.Count > 0 && lines[^1] is SessionEnded ended && ended.Lines == lines.Count;
        return new Recording(session, [.. tests], [.. steps[-1]], isComplete) { Declarations = [.. lines.OfType<OnlyOnDeclared>()] };
    }
}
