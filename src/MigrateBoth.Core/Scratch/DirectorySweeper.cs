namespace MigrateBoth.Core.Scratch;

/// <summary>Removes a <see cref="ScratchDirectory"/> that a dead process left.</summary>
public sealed class DirectorySweeper : ILeaseSweeper
{
    /// <inheritdoc/>
    public string Kind => ScratchDirectory.Kind;

    /// <inheritdoc/>
    public Task<bool> SweepAsync(LeasedResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Task.FromResult(TryRemove(resource.Id));
    }

    /// <summary>True when the folder is gone.</summary>
    internal static bool TryRemove(string path)
    {
        // A lease file is a file like any other: one that was tampered with must not delete somebody's home.
        var isOurs = Path.IsPathFullyQualified(path)
            && Path.GetFileName(path).StartsWith(ScratchDirectory.Prefix, StringComparison.Ordinal);
        if (!isOurs)
        {
            return false;
        }

        try
        {
            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // Still in use: the lease keeps it, a later run tries again.
        }
    }
}
