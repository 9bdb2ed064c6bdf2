using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.Testing;

/// <summary>How an engine is written.</summary>
internal static class EngineNames
{
    /// <summary>As in environment variables and recordings.</summary>
    public static string Id(this Engine engine) => engine == Engine.Sqlite ? "sqlite" : "mysql";

    /// <summary>EF Core's name of the provider that the application is deployed with.</summary>
    public static string Provider(this Engine engine) => engine == Engine.Sqlite
        ? "Microsoft.EntityFrameworkCore.Sqlite"
        : DeployedProviders.ForMySql is [var provider, ..] ? provider.GetName().Name! : "MySQL";

    /// <summary>As people write it.</summary>
    public static string DisplayName(this Engine engine) => engine == Engine.Sqlite ? "SQLite" : "MySQL";
}
