using MigrateBoth.Core;
using MigrateBoth.Core.Locks;

namespace MigrateBoth.Tool.Tests.Commands.Fakes;

/// <summary>Answers with what the test says, look by look; the last answer repeats.</summary>
internal sealed class FakeLockInspector(Engine engine) : IMigrationLockInspector
{
    private readonly Queue<MigrationObstacles> _answers = new();
    private MigrationObstacles _last = MigrationObstacles.None;

    public Engine Engine { get; } = engine;

    public int Looks { get; private set; }

    public void Answer(params MigrationObstacles[] answers) => answers.ToList().ForEach(_answers.Enqueue);

    public Task<MigrationObstacles> InspectAsync(string connectionString, CancellationToken cancellationToken)
    {
        Looks++;
        _last = _answers.Count > 0 ? _answers.Dequeue() : _last;
        return Task.FromResult(_last);
    }
}
