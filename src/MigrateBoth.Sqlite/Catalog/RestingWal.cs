namespace MigrateBoth.Sqlite.Catalog;

/// <summary>
/// A database in WAL mode that nobody has open: it has neither a log nor shared memory beside it. SQLite would make both files to read
/// it and leave them there, owned by whoever read, in the way of the application that comes next.
/// </summary>
/// <param name="Length">The file's length.</param>
/// <param name="Written">When it was written last.</param>
internal sealed record RestingWal(long Length, DateTime Written)
{
    // Offsets 18 and 19 of the header: the versions for writing and reading, 2 for WAL.
    private const int VersionOffset = 18;
    private const byte Wal = 2;

    /// <summary>The file as it rests; null when it is no database in WAL mode, or somebody has it open.</summary>
    public static RestingWal? Of(string? file)
    {
        if (file is null || File.Exists(file + "-wal") || File.Exists(file + "-shm"))
        {
            return null;
        }

        try
        {
            var info = new FileInfo(file);
            return IsWal(file) ? new RestingWal(info.Length, info.LastWriteTimeUtc) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Opening it as a database says better what is wrong.
            return null;
        }
    }

    private static bool IsWal(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> header = stackalloc byte[VersionOffset + 2];
        return stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length
            && header[VersionOffset] == Wal
            && header[VersionOffset + 1] == Wal;
    }
}
