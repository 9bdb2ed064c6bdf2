using System.Runtime.InteropServices;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool;

/// <summary>
/// Ctrl-C, SIGTERM and SIGHUP as a cancellation token. The command cleans up and ends by itself; a second signal changes
/// nothing, yet clean-up that hangs is cut off, so that the process always ends.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long clean-up may take before the process ends regardless.</summary>
    public static readonly TimeSpan CleanUpLimit = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private Timer? _limit;
    private int _exitCode;

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>How the process ends because of the signal, or null while there was none.</summary>
    public ExitCode? ExitCode => _exitCode == 0 ? null : (ExitCode)_exitCode;

    /// <summary>Listens to the signals of this process.</summary>
    public static Interruption OfThisProcess()
    {
        var interruption = new Interruption();
        interruption.Register(PosixSignal.SIGINT, Core.Errors.ExitCode.Interrupted);
        interruption.Register(PosixSignal.SIGQUIT, Core.Errors.ExitCode.Interrupted);
        interruption.Register(PosixSignal.SIGTERM, Core.Errors.ExitCode.Terminated);
        interruption.Register(PosixSignal.SIGHUP, Core.Errors.ExitCode.Terminated);
        return interruption;
    }

    /// <summary>Behaves as if a signal had come.</summary>
    public void Signal(ExitCode exitCode)
    {
        if (Interlocked.CompareExchange(ref _exitCode, (int)exitCode, 0) == 0)
        {
            _source.Cancel();
        }
    }

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _limit?.Dispose();
        _source.Dispose();
    }

    private void Register(PosixSignal signal, ExitCode exitCode) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            // Leases on disk tell the next run what a cut-off clean-up left behind.
            _limit ??= new Timer(_ => Environment.Exit((int)exitCode), null, CleanUpLimit, Timeout.InfiniteTimeSpan);
            Signal(exitCode);
        }));
}
