using System.Reflection;

using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>The providers as the application deploys them; the host itself is compiled without any.</summary>
internal static class Providers
{
    private const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";
    private const string DefaultServerVersion = "8.4.0-mysql";

    /// <summary>Whether the provider of a context is one of the engine.</summary>
    /// <exception cref="MigrateBothException">It is, but cannot work.</exception>
    public static bool Belongs(HostSession session, Engine engine, DbContext context)
    {
        var options = context.GetService<IDbContextOptions>();
        if (engine == Engine.Sqlite)
        {
            return context.Database.ProviderName?.Contains(engine.Id(), StringComparison.OrdinalIgnoreCase) == true;
        }

        if (DeployedMySql.Of(options) is { } deployed)
        {
            deployed.EnsureUsable(Startup(session), session.Project.File);
            return true;
        }

        if (context.Database.ProviderName?.Contains(engine.Id(), StringComparison.OrdinalIgnoreCase) != true)
        {
            return false;
        }

        new DeployedMySql(ProviderEngine.Provider(options)!.GetType().Assembly, Provider: null).EnsureUsable(Startup(session), session.Project.File);
        return true;
    }

    /// <summary>Does what the application's own <c>UseSqlite</c>, <c>UseMySql</c> or <c>UseMySQL</c> would do.</summary>
    public static void Use(Engine engine, DbContextOptionsBuilder options, HostSession session)
    {
        if (engine == Engine.MySql)
        {
            DeployedMySql.Only(Startup(session), session.Project.File).Use(options, Version(session));
            return;
        }

        var extensions = FindSqlite(session).GetType("Microsoft.EntityFrameworkCore.SqliteDbContextOptionsBuilderExtensions", throwOnError: true)!;
        extensions.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .First(found => found is { Name: "UseSqlite", IsGenericMethod: false } && found.GetParameters().Length == 2)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [options, null], null);
    }

    /// <summary>Called after the application threw: throws a clear error if the deployed provider cannot work.</summary>
    public static void Explain(Engine engine, HostSession session)
    {
        if (engine == Engine.MySql)
        {
            DeployedMySql.Explain(Startup(session), session.Project.File);
        }
    }

    /// <summary>Throws if the application has no provider for the engine.</summary>
    /// <exception cref="MigrateBothException">It has none.</exception>
    public static void EnsureDeployed(Engine engine, HostSession session)
    {
        if (engine == Engine.MySql && DeployedMySql.All.Count == 0)
        {
            throw DeployedMySql.Missing(Startup(session), session.Project.File);
        }
    }

    /// <summary>The server version that the provider's options carry, such as <c>8.4.0-mysql</c>; null for a provider without one.</summary>
    public static string? ServerVersion(IDbContextOptions options) =>
        ProviderEngine.Provider(options) is { } provider ? provider.GetType().GetProperty("ServerVersion")?.GetValue(provider)?.ToString() : null;

    private static string Startup(HostSession session) => Path.GetFileName(session.Startup.File);

    private static Assembly FindSqlite(HostSession session)
    {
        try
        {
            return Assembly.Load(new AssemblyName(Sqlite));
        }
        catch (FileNotFoundException)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "provider-missing",
                $"The start-up project {Startup(session)} has no EF Core provider for {Engine.Sqlite.DisplayName()}.",
                $"dotnet add \"{session.Project.File}\" package {Sqlite} --version \"{typeof(DbContext).Assembly.GetName().Version!.Major}.*\"");
        }
    }

    // The parser of a provider's server version wants three numbers; people write "8.4" or "10.11-mariadb".
    private static string Version(HostSession session)
    {
        if (session.MySql.ServerVersion is not { Length: > 0 } configured)
        {
            return DefaultServerVersion;
        }

        var dash = configured.IndexOf('-', StringComparison.Ordinal);
        var number = dash < 0 ? configured : configured[..dash];
        var flavor = dash < 0 ? "-mysql" : configured[dash..];
        return number + string.Concat(Enumerable.Repeat(".0", Math.Max(0, 2 - number.Count(character => character == '.')))) + flavor;
    }
}
