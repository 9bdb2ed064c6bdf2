using System.Text.RegularExpressions;

namespace MigrateBoth.Core.Scratch;

/// <summary>Removes a <see cref="ScratchDirectory"/> that a dead process left.</summary>
public sealed partial class DirectorySweeper : ILeaseSweeper
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
        if (!Path.IsPathFullyQualified(path) || !OwnName().IsMatch(Path.GetFileName(path)))
        {
            return false;
        }

        try
        {
            if (Directory.Exists(path) && !IsOurs(path))
            {
                return false;
            }

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

    /// <summary>A folder without a marker is ours only if it is empty: its maker was killed in between.</summary>
    private static bool IsOurs(string path)
    {
        var isLink = File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);
        return !isLink && (File.Exists(Path.Combine(path, ScratchDirectory.Marker)) || !Directory.EnumerateFileSystemEntries(path).Any());
    }

    [GeneratedRegex("^" + ScratchDirectory.Prefix + "[0-9a-f]{10}-[a-z0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnName();
}
