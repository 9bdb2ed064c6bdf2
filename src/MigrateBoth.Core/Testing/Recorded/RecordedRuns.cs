using System.Globalization;
using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>One run of one test on one engine, as it was recorded.</summary>
/// <param name="Project">The test assembly's simple name.</param>
/// <param name="Method"><c>Namespace.Class.Method</c>, or the class where the method is not known.</param>
/// <param name="Label">What tells it from other runs of the method: the name that the framework shows, or its number among them.</param>
/// <param name="Test">What was recorded.</param>
internal sealed record RecordedRun(string Project, string Method, string Label, RecordedTest Test)
{
    public (string Project, string Label) Key => (Project, Label);
}

/// <summary>All recorded runs of one engine, found by what is the same on the other.</summary>
internal sealed class RecordedRuns
{
    private readonly Dictionary<(string Project, string Label), RecordedRun> _byKey = [];

    public RecordedRuns(IEnumerable<Recording> recordings)
    {
        var counts = new Dictionary<(string, string), int>();
        foreach (var recording in recordings)
        {
            foreach (var test in recording.Tests)
            {
                var project = recording.Session.Assembly;
                var method = test.Name ?? test.Class ?? "(unknown test)";
                var shown = test.DisplayName ?? Shown(method, test.Arguments);
                RecordedRun run;
                do
                {
                    var number = counts[(project, shown)] = counts.GetValueOrDefault((project, shown)) + 1;
                    var label = number == 1 ? shown : $"{shown} #{number.ToString(CultureInfo.InvariantCulture)}";
                    run = new RecordedRun(project, method, label, test);
                }
                while (!_byKey.TryAdd(run.Key, run)); // A test may be called "... #2" by its author.
            }
        }
    }

    public IEnumerable<RecordedRun> All => _byKey.Values;

    public RecordedRun? Find((string Project, string Label) key) => _byKey.GetValueOrDefault(key);

    private static string Shown(string method, IReadOnlyList<string>? arguments) =>
        arguments is { Count: > 0 } ? $"{method}({string.Join(", ", arguments)})" : method;
}
