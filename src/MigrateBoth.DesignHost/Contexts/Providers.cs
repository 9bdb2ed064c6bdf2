using System.Reflection;

using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>The providers as the application deploys them; the host itself is compiled without any.</summary>
internal static class Providers
{
    private const string DefaultServerVersion = "8.4.0-mysql";

    /// <summary>Whether <c>Database.ProviderName</c> is a provider of the engine.</summary>
    public static bool Belongs(Engine engine, string? providerName) =>
        providerName?.Contains(engine.Id(), StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Does what <c>UseSqlite</c> or <c>UseMySql</c> does.</summary>
    public static void Use(Engine engine, DbContextOptionsBuilder options, HostSession session)
    {
        switch (engine)
        {
            case Engine.Sqlite:
                Call(options, Find(session, engine, "Microsoft.EntityFrameworkCore.SqliteDbContextOptionsBuilderExtensions"), "UseSqlite");
                break;
            case Engine.MySql:
                var extensions = Find(session, engine, "Microsoft.EntityFrameworkCore.MySqlDbContextOptionsBuilderExtensions");
                var version = extensions.Assembly.GetType("Microsoft.EntityFrameworkCore.ServerVersion", throwOnError: true)!
                    .GetMethod("Parse", [typeof(string)])!
                    .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Version(session)], null);
                Call(options, extensions, "UseMySql", version!);
                break;
        }
    }

    /// <summary>The server version that Pomelo's options carry, such as <c>8.4.0-mysql</c>; null for a provider without one.</summary>
    public static string? ServerVersion(IDbContextOptions options) =>
        options.Extensions
            .Where(extension => extension.Info.IsDatabaseProvider)
            .Select(extension => extension.GetType().GetProperty("ServerVersion")?.GetValue(extension)?.ToString())
            .FirstOrDefault();

    private static Type Find(HostSession session, Engine engine, string type)
    {
        foreach (var name in Names[engine])
        {
            try
            {
                if (Assembly.Load(new AssemblyName(name)).GetType(type) is { } found)
                {
                    return found;
                }
            }
            catch (FileNotFoundException)
            {
                // Not deployed; the next one may be.
            }
        }

        throw new MigrateBothException(
            ExitCode.Configuration,
            "provider-missing",
            $"The start-up project {Path.GetFileName(session.Startup.File)} has no EF Core provider for {engine.DisplayName()}.",
            $"dotnet add \"{session.Project.File}\" package {Names[engine][0]} --version \"{Major}.*\"{Remark(engine)}");
    }

    private static int Major => typeof(DbContext).Assembly.GetName().Version!.Major;

    // A provider of another major version restores with a warning and fails in a method that EF Core no longer has.
    private static string Remark(Engine engine) => engine == Engine.MySql && Major > 9
        ? $"; if Pomelo has no release for EF Core {Major} yet, its fork {Names[engine][1]} may, or stay with EF Core 9"
        : string.Empty;

    // Extension methods of the form UseX(options, required arguments, optional callback).
    private static void Call(DbContextOptionsBuilder options, Type extensions, string method, params object[] arguments)
    {
        var candidate = extensions.GetMethods(BindingFlags.Public | BindingFlags.Static).First(
            found => found.Name == method
                && !found.IsGenericMethod
                && found.GetParameters() is { } parameters
                && parameters.Length == arguments.Length + 2
                && parameters[0].ParameterType == typeof(DbContextOptionsBuilder)
                && arguments.Select((argument, index) => parameters[index + 1].ParameterType.IsInstanceOfType(argument)).All(fits => fits)
                && parameters[^1].HasDefaultValue);
        candidate.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [options, .. arguments, null], null);
    }

    // Pomelo's parser wants three numbers; people write "8.4" or "10.11-mariadb".
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

    private static readonly Dictionary<Engine, string[]> Names = new()
    {
        [Engine.Sqlite] = ["Microsoft.EntityFrameworkCore.Sqlite"],
        [Engine.MySql] = ["Pomelo.EntityFrameworkCore.MySql", "Microting.EntityFrameworkCore.MySql"],
    };
}
