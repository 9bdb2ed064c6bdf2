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
        // The lease file may have been edited: a path in it must not be able to delete a user's home directory.
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

            Remove(path);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return !Directory.Exists(path); // A folder inside it may have been removed concurrently.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // Still in use: the lease keeps it, a later run tries again.
        }
    }

    /// <summary>The marker goes last: when something in the folder cannot be removed now, a later run still has to know it as ours.</summary>
    private static void Remove(string path)
    {
        var marker = Path.Combine(path, ScratchDirectory.Marker);
        foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos().Where(entry => entry.FullName != marker))
        {
            if (entry is DirectoryInfo { LinkTarget: null } folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }

        File.Delete(marker);
        try
        {
            Directory.Delete(path);
        }
        catch (IOException) when (Directory.Exists(path))
        {
            File.WriteAllBytes(marker, []); // A file was added in the meantime.
            throw;
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
