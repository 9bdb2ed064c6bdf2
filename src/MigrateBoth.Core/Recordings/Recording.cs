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

    /// <summary>Creates a recording from its lines.</summary>
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

/// <summary>One run of a test.</summary>
/// <param name="Class">The full name of its class where that was known before its name was.</param>
/// <param name="Name"><c>Namespace.Class.Method</c>; null when it could not be found out, and then only the class says whose steps these are.</param>
/// <param name="DisplayName">The name that the framework shows, where it tells.</param>
/// <param name="Arguments">The arguments, where the framework tells them. Else the rows of a theory are distinguished by their order.</param>
/// <param name="OnlyOn">The engine that it is declared for; null for both.</param>
/// <param name="Reason">Why it is declared for one engine.</param>
/// <param name="Steps">What it did, in the order in which the steps began.</param>
/// <param name="Omitted">How many commands were left out because there were too many.</param>
/// <param name="HasEnded">False for what was running when the process died.</param>
sealed partial record RecordedTest(
    string? Class,
    string? Name,
    string? DisplayName,
    IReadOnlyList<string>? Arguments,
    string? OnlyOn,
    string? Reason,
    IReadOnlyList<RecordedStep> Steps,
    int Omitted,
    bool HasEnded);

/// <summary>A file is not a recording, or not one of this version.</summary>
sealed partial class RecordingException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RecordingException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
