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

    /// <summary>The name that its migration lock has in <c>GET_LOCK</c>; <c>{0}</c> represents the database.</summary>
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

/// <summary>The MySQL providers that the tool works with, and those that it refuses by name. The only place that knows one from another.</summary>
public static class MySqlProviders
{
    private static readonly MySqlProvider Pomelo = new()
    {
        Package = "Pomelo.EntityFrameworkCore.MySql",
        Title = "Pomelo's provider",
        UseMethod = "UseMySql",
        ServerVersionType = "Microsoft.EntityFrameworkCore.ServerVersion",
        UseCall = "UseMySql(connection, ServerVersion.Parse(\"8.4.0-mysql\"))",
        Driver = ("MySqlConnector", "MySqlConnector.MySqlConnectionStringBuilder"),
        AnnotationPrefix = "MySql:",
        MigrationLock = "__{0}_EFMigrationsLock",
        // Its migrations use user variables and count found rows.
        RequiredOptions = [("AllowUserVariables", "True"), ("UseAffectedRows", "False")],
        HasReleasePerEfCore = true,
        Tested = new Dictionary<int, string> { [8] = "8.0.3", [9] = "9.0.0" },
    };

    private static readonly MySqlProvider Oracle = new()
    {
        Package = "MySql.EntityFrameworkCore",
        Title = "Oracle's provider",
        UseMethod = "UseMySQL",
        UseCall = "UseMySQL(connection)",
        Driver = ("MySql.Data", "MySql.Data.MySqlClient.MySqlConnectionStringBuilder"),
        AnnotationPrefix = "MySQL:",
        MigrationLock = "__EFMigrationsLock",
        HasReleasePerEfCore = false,
        Tested = new Dictionary<int, string> { [10] = "10.0.12" },
        MariaDbObstacle = "it takes EF Core's migration lock with GET_LOCK and a negative time, which MariaDB answers with NULL, so nothing can be applied, and its driver supports MySQL only",
        TableCollationAnnotation = "MySQL:Collation",
        // It writes IF NOT EXISTS … BEGIN … END outside a routine, which is error 1064.
        HasIdempotentScripts = false,
    };

    /// <summary>The providers that the tool works with. The first is the reference.</summary>
    public static IReadOnlyList<MySqlProvider> All { get; } = [Pomelo, Oracle];

    /// <summary>Packages of forks that are known by name, so that a project can be recognised before it is built. Others are told by their API.</summary>
    private static readonly Dictionary<string, MySqlProvider> Forks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Microting.EntityFrameworkCore.MySql"] = Pomelo,
        ["Doka.EntityFrameworkCore.MySql"] = Pomelo,
        ["Aiursoft.EntityFrameworkCore.MySql"] = Pomelo,
    };

    /// <summary>Providers that cannot work, and what they lack.</summary>
    public static IReadOnlyDictionary<string, string> Refused { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["MySql.Data.EntityFrameworkCore"] = "Oracle's provider for EF Core 3 and older; it has no release for a later EF Core",
        ["Devart.Data.MySql.EFCore"] = "Devart's provider; it has neither the options nor the annotations that the tool reads generated keys, charsets and collations from",
    };

    /// <summary>The record of a package, be it the original or a fork that is known; null for any other.</summary>
    public static MySqlProvider? Named(string package) =>
        All.FirstOrDefault(provider => provider.Package.Equals(package, StringComparison.OrdinalIgnoreCase)) ?? Forks.GetValueOrDefault(package);

    /// <summary>The provider to take with an EF Core major: one that was tested with it, or the one that follows EF Core's majors by itself.</summary>
    public static MySqlProvider For(int efCoreMajor) =>
        All.FirstOrDefault(provider => provider.Tested.ContainsKey(efCoreMajor)) ?? All.First(provider => !provider.HasReleasePerEfCore);

    /// <summary>What to do where a provider does not work on MariaDB, as sentences that name what there is for an EF Core major.</summary>
    public static string ForMariaDb(int efCoreMajor)
    {
        var serving = All.Where(provider => provider.MariaDbObstacle is null).ToList();
        if (serving.Find(provider => provider.Tested.ContainsKey(efCoreMajor)) is { } fitting)
        {
            return $"Use a MySQL server, or take {fitting.Title}, which supports both: {fitting.Package} {fitting.Tested[efCoreMajor]}, and {fitting.UseCall}.";
        }

        var forks = Forks.Where(fork => serving.Contains(fork.Value)).Select(fork => fork.Key);
        return $"Use a MySQL server, or take a fork of {serving[0].Title} that was made for EF Core {efCoreMajor} ({string.Join(", ", forks)} or another) and {serving[0].UseCall}: "
            + $"{serving[0].Title} has no release for EF Core {efCoreMajor} and cannot be installed beside it.";
    }
}
