using System.Diagnostics;

namespace MigrateBoth.Tool.Tests.Pairs;

/// <summary>A file system of its own over a folder, small or read-only; needs Linux and root, as the project's CI has them.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>Whether this machine lets us mount one; asked once, so that a test that cannot run says so.</summary>
    public static bool IsAvailable { get; } = Probe();

    /// <summary>Mounts over an existing folder, whose files are carried over.</summary>
    public static SmallDisk Mount(string folder, int kilobytes)
    {
        var files = Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);
        Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", folder);
        foreach (var (name, content) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }

        return new SmallDisk(folder);
    }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", _folder);

    public void MakeWritable() => Run("mount", "-o", "remount,rw", _folder);

    public void Dispose() => Run("umount", _folder);

    private static bool Probe()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("migrateboth-mount-").FullName;
        try
        {
            using var disk = Mount(folder, 16);
            return true;
        }
        catch (InvalidOperationException)
        {
            // A container without the right to mount.
            return false;
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }
}
