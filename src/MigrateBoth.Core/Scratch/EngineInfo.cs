namespace MigrateBoth.Core.Scratch;

/// <summary>The server a check really ran on.</summary>
/// <param name="Vendor"><c>SQLite</c>, <c>MySQL</c> or <c>MariaDB</c>.</param>
/// <param name="Version">As the server reports it.</param>
/// <param name="Source"><c>file</c>, <c>container</c>, <c>local</c> or <c>connection</c>.</param>
/// <param name="Image">The container image, or null.</param>
public sealed record EngineInfo(string Vendor, string Version, string Source, string? Image)
{
    /// <summary>
    /// The version that read the catalogs, where it is another one than <see cref="Version"/>: the application runs its migrations with its
    /// own SQLite library, the tool reads the file with the tool's. Null where one server did both.
    /// </summary>
    public string? ReadWith { get; init; }

    /// <summary>What was required of it: a version or an image that a command line, a variable or the configuration names.</summary>
    public IReadOnlyList<ServerRequirement> Required { get; init; } = [];

    /// <summary>A server that scratch databases are made on.</summary>
    public static EngineInfo Of(IScratchServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return new EngineInfo(server.Identity.Vendor, server.Identity.Version, server.Source, server.Image) { Required = server.Requirements };
    }

    /// <summary>The same server, as the application's own library of the given version ran on it.</summary>
    public EngineInfo RunWith(string? libraryVersion) =>
        libraryVersion is null || libraryVersion == Version ? this : this with { Version = libraryVersion, ReadWith = Version };
}
