using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.Testing.Recording;

/// <summary>All that listens to a context on behalf of one recorder.</summary>
internal static class RecordingInterceptors
{
    public static IReadOnlyList<IInterceptor> For(DatabaseRecorder recorder)
    {
        var saves = new SaveRecorder(recorder);
        return
        [
            new ConnectionObserver(recorder, saves),
            saves,
            new TransactionRecorder(recorder, saves),
            new CommandRecorder(recorder, saves),
            QueryShapes.Instance,
        ];
    }
}
