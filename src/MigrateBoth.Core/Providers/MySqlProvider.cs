using System.Globalization;

namespace MigrateBoth.Core.Providers;

/// <summary>
/// What the tool knows of an EF Core provider for MySQL. It is told by its API, not by its name: a fork answers to the record of the provider
/// that it was made from.
/// </summary>
public sealed record MySqlProvider
{
    /// <summary>The NuGet package of the original; its assembly and <c>Database.ProviderName</c> have the same name.</summary>
    public required string Package { get; init; }

    /// <summary>How messages call it.</summary>
    public required string Title { get; init; }

    /// <summary>The extension method of <c>DbContextOptionsBuilder</c> that chooses it.</summary>
    public required string UseMethod { get; init; }

    /// <summary>The full name of the type that the method takes for the server's version; null for a provider that asks for none.</summary>
    public string? ServerVersionType { get; init; }

    /// <summary>How to choose it, as code for a message.</summary>
    public required string UseCall { get; init; }

    /// <summary>The ADO.NET driver: its assembly and its connection string builder.</summary>
    public required (string Assembly, string ConnectionStringBuilder) Driver { get; init; }

    /// <summary>What its annotations in migrations and snapshots begin with.</summary>
    public required string AnnotationPrefix { get; init; }

    /// <summary>The name that its migration lock has in <c>GET_LOCK</c>; <c>{0}</c> stands for the database.</summary>
    public required string MigrationLock { get; init; }

    /// <summary>The options of a connection string without which it does not work.</summary>
    public IReadOnlyList<(string Key, string Value)> RequiredOptions { get; init; } = [];

    /// <summary>Whether one release serves one EF Core major, which is then its own; otherwise it serves that and the majors before.</summary>
    public required bool HasReleasePerEfCore { get; init; }

    /// <summary>The versions of the package that were tested, one per EF Core major.</summary>
    public required IReadOnlyDictionary<int, string> Tested { get; init; }

    /// <summary>Why it does not work on MariaDB; null when it does.</summary>
    public string? MariaDbObstacle { get; init; }

    /// <summary>The annotation of an entity type that gives its table a collation, for a provider that writes no collation of the model or a property; null for others.</summary>
    public string? TableCollationAnnotation { get; init; }

    /// <summary>Whether the mysql client can run what it writes as an idempotent script.</summary>
    public bool HasIdempotentScripts { get; init; } = true;

    /// <summary>Whether a release was made for an EF Core major.</summary>
    public bool Serves(string version, int efCoreMajor) =>
        !int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
        || (HasReleasePerEfCore ? major == efCoreMajor : efCoreMajor <= major);

    /// <summary>The command that adds it to a project.</summary>
    public string AddCommand(string projectFile, int efCoreMajor) =>
        $"dotnet add \"{projectFile}\" package {Package} --version {(Tested.TryGetValue(efCoreMajor, out var version) ? version : $"\"{efCoreMajor}.*\"")}";
}
