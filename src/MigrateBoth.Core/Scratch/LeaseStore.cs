using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Scratch;

/// <summary>
/// The leases of all processes of this user. A process that is killed before it can clean up leaves its list here, and the next run
/// removes the resources on it.
/// </summary>
/// <param name="stateDirectory">Usually <see cref="StateDirectory.Locate()"/>. It is created when the first resource is recorded.</param>
/// <param name="clock">Says since when a server has been unreachable; the system's when null.</param>
public sealed class LeaseStore(string stateDirectory, TimeProvider? clock = null)
{
    private readonly string _directory = Path.Combine(stateDirectory, "leases");

    /// <summary>A new, empty lease of this process.</summary>
    /// <exception cref="MigrateBothException">The state directory cannot be created.</exception>
    public ILease Open()
    {
        try
        {
            PrivateFiles.CreateDirectory(_directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "state-directory-unusable",
                $"Cannot create '{_directory}', which records everything that has to be removed: {e.Message}",
                $"Set {StateDirectory.Variable} to a folder this account can write to.",
                e);
        }

        return new Lease(Path.Combine(_directory, $"{Environment.ProcessId}-{Guid.NewGuid():N}.json"));
    }

    /// <summary>Removes what processes of this machine left that are gone. Leases of other machines are theirs.</summary>
    /// <param name="sweepers">One per kind; resources of any other kind are kept.</param>
    /// <param name="cancellationToken">Ends the sweep between two resources; what was not reached stays recorded.</param>
    /// <param name="forget">Gives up what is on a server and cannot be removed now.</param>
    public async Task<LeaseSweep> SweepAsync(IEnumerable<ILeaseSweeper> sweepers, CancellationToken cancellationToken, bool forget = false)
    {
        if (!Directory.Exists(_directory))
        {
            return new LeaseSweep([], [], [], []);
        }

        using var turn = TryTakeTurn();
        if (turn is null)
        {
            return new LeaseSweep([], [], [], [], WasSkipped: true);
        }

        var run = new LeaseSweepRun(sweepers.ToDictionary(s => s.Kind, StringComparer.Ordinal), clock ?? TimeProvider.System, forget);
        foreach (var path in Directory.EnumerateFiles(_directory, "*.json").Order(StringComparer.Ordinal).ToList())
        {
            await run.SweepFileAsync(path, cancellationToken).ConfigureAwait(false);
        }

        return run.Result;
    }

    /// <summary>The operating system releases the lock when the process ends, so a killed sweep does not block later ones.</summary>
    private FileStream? TryTakeTurn()
    {
        try
        {
            return new FileStream(Path.Combine(_directory, "sweep.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null; // Another run holds it.
        }
    }
}
