using Microsoft.Data.Sqlite;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>The database whose catalog is to be read.</summary>
/// <param name="Builder">A connection string that reads and does nothing else.</param>
/// <param name="File">The full path of the file, or null for a shared database in memory.</param>
internal sealed record CatalogSource(SqliteConnectionStringBuilder Builder, string? File)
{
    private const string InMemory = ":memory:";
    private const string DataDirectory = "|DataDirectory|";
    private const string UriScheme = "file:";

    /// <summary>How an error names it.</summary>
    public string Name => File ?? Builder.DataSource;

    /// <exception cref="MigrateBothException">The text is not a connection string, or leads to a database that only its own connection sees.</exception>
    public static CatalogSource Parse(string connectionString)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            // The provider's message repeats a part of the text, and that part may be a password: it stays out.
            throw new MigrateBothException(
                ExitCode.Configuration,
                "connection-invalid",
                "The SQLite connection string is not understood.",
                "Write it as 'Data Source=path/to/file.db'.",
                e);
        }

        var isMemory = builder.Mode == SqliteOpenMode.Memory || builder.DataSource == InMemory;
        if (builder.DataSource is InMemory or "" || (isMemory && builder.Cache != SqliteCacheMode.Shared))
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "connection-invalid",
                $"The SQLite connection string leads to '{builder.DataSource}', a database that exists only inside the connection that opens it.",
                "Name a file, or an in-memory database with Mode=Memory;Cache=Shared that another connection keeps open.");
        }

        builder.Mode = isMemory ? SqliteOpenMode.Memory : SqliteOpenMode.ReadOnly;
        builder.Pooling = false;

        // Setting it would be a statement of its own; the catalog does not depend on it.
        builder.ForeignKeys = null;
        return new CatalogSource(builder, isMemory ? null : FilePath(builder.DataSource));
    }

    private static string FilePath(string source)
    {
        if (source.StartsWith(UriScheme, StringComparison.OrdinalIgnoreCase))
        {
            var path = source[UriScheme.Length..].Split('?', '#')[0];
            var isAbsolute = path.StartsWith("//", StringComparison.Ordinal) && path.IndexOf('/', 2) > 0;
            return Path.GetFullPath(Uri.UnescapeDataString(isAbsolute ? path[path.IndexOf('/', 2)..] : path));
        }

        return source.StartsWith(DataDirectory, StringComparison.OrdinalIgnoreCase)
            ? Path.GetFullPath(Path.Combine(
                AppDomain.CurrentDomain.GetData("DataDirectory") as string ?? string.Empty,
                source[DataDirectory.Length..].TrimStart('/', '\\')))
            : Path.GetFullPath(source);
    }
}

/// <summary>
/// A database in WAL mode that is not open: there is no -wal and no -shm file next to it. To read it, SQLite would create both files
/// and leave them behind, owned by the user that read it, where they can block the application.
/// </summary>
/// <param name="Length">The file's length.</param>
/// <param name="Written">The time of the last write.</param>
internal sealed record RestingWal(long Length, DateTime Written)
{
    // Offsets 18 and 19 of the header: the versions for writing and reading, 2 for WAL.
    private const int VersionOffset = 18;
    private const byte Wal = 2;

    /// <summary>The state of the file; null when it is not a database in WAL mode, or when it is open.</summary>
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
