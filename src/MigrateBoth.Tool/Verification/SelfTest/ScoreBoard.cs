using System.Collections.Concurrent;
using MigrateBoth.Core;
using MigrateBoth.Core.SelfTest;

namespace MigrateBoth.Tool.Verification.SelfTest;

/// <summary>Hands the kinds out to the workers and keeps the score.</summary>
internal sealed class ScoreBoard(IReadOnlyList<DefectKind> kinds, Action<string> show)
{
    private readonly Dictionary<Engine, ConcurrentQueue<DefectKind>> _waiting = EngineNames.All.ToDictionary(
        engine => engine,
        engine => new ConcurrentQueue<DefectKind>(kinds.Where(kind => kind.Engine == engine)));

    private readonly ConcurrentDictionary<DefectKind, (KindScore Score, IReadOnlyList<MissedDefect> Missed)> _done = new();

    /// <summary>The next kind of an engine, or null when there is none left.</summary>
    public DefectKind? Next(Engine engine) => _waiting[engine].TryDequeue(out var kind) ? kind : null;

    /// <summary>Writes down how a kind fared.</summary>
    public void Write(DefectKind kind, KindScore score, IReadOnlyList<MissedDefect> missed)
    {
        _done[kind] = (score, missed);
        show($"{_done.Count} of {kinds.Count} kinds");
    }

    /// <summary>The whole, in the catalogue's order.</summary>
    public SelfTestResult Result(TimeSpan duration) => new()
    {
        Scores = [.. kinds.Where(_done.ContainsKey).Select(kind => _done[kind].Score)],
        Missed = [.. kinds.Where(_done.ContainsKey).SelectMany(kind => _done[kind].Missed)],
        Duration = duration,
    };
}
