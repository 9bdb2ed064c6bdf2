namespace MigrateBoth.Core.Providers;

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
        MariaDbObstacle = "it takes EF Core's migration lock with GET_LOCK and a negative time, which MariaDB answers with NULL, so that nothing can be applied, and its driver is made for MySQL only",
        TableCollationAnnotation = "MySQL:Collation",
        // It writes IF NOT EXISTS … BEGIN … END outside of a routine, which is error 1064.
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
            return $"Use a MySQL server, or take {fitting.Title}, which serves both: {fitting.Package} {fitting.Tested[efCoreMajor]}, and {fitting.UseCall}.";
        }

        var forks = Forks.Where(fork => serving.Contains(fork.Value)).Select(fork => fork.Key);
        return $"Use a MySQL server, or take a fork of {serving[0].Title} that was made for EF Core {efCoreMajor} ({string.Join(", ", forks)} or another) and {serving[0].UseCall}: "
            + $"{serving[0].Title} has no release for EF Core {efCoreMajor} and cannot be installed beside it.";
    }
}
