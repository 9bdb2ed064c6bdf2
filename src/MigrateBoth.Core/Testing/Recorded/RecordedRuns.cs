using System.Globalization;
using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

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
