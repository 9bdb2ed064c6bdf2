using System.Reflection;

using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Providers;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>A MySQL provider as the application deploys it, regardless of its name: what it offers says which record it answers to.</summary>
/// <param name="Assembly">The provider's assembly.</param>
/// <param name="Provider">The record; null when it offers what no known provider does.</param>
internal sealed record DeployedMySql(Assembly Assembly, MySqlProvider? Provider)
{
    private const string Relational = "Microsoft.EntityFrameworkCore.Relational";

    private static readonly Lazy<IReadOnlyList<DeployedMySql>> AllDeployed = new(() =>
        [.. DeployedProviders.ForMySql.Select(Read).OrderBy(one => one.Provider is null)]);

    /// <summary>The EF Core that the application deploys.</summary>
    public static Version EfCore => typeof(RelationalOptionsExtension).Assembly.GetName().Version!;

    /// <summary>The providers that the application's dependencies name, best first.</summary>
    public static IReadOnlyList<DeployedMySql> All => AllDeployed.Value;

    /// <summary>The provider of a context, or one that its provider derives from; null when it is none for MySQL.</summary>
    public static DeployedMySql? Of(IDbContextOptions options)
    {
        if (ProviderEngine.Provider(options) is not { } provider)
        {
            return null;
        }

        var known = ProviderEngine.Assemblies(provider).Select(Read).ToList();
        return known.FirstOrDefault(one => one.Provider is not null) is { } original
            ? original with { Assembly = known[0].Assembly }
            : known.FirstOrDefault(one => ProviderEngine.UseMethods(one.Assembly).Any());
    }

    /// <summary>The one to make options with.</summary>
    /// <exception cref="MigrateBothException">There is none, none that works, or more than one.</exception>
    public static DeployedMySql Only(string startup, string project)
    {
        var usable = All.Where(one => one.Provider is not null && one.MadeFor == EfCore.Major).ToList();
        if (usable is [var only])
        {
            return only;
        }

        if (usable.Count > 1)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "provider-ambiguous",
                $"The start-up project {startup} deploys several MySQL providers: {string.Join(", ", usable.Select(one => one.Name))}. "
                    + "It is not known which one the application's context uses.",
                "Choose the provider where the context is made (a design time factory, the application's host), or remove the package that is not used.");
        }

        foreach (var unusable in All)
        {
            unusable.EnsureUsable(startup, project);
        }

        throw Missing(startup, project);
    }

    /// <summary>The application deploys no provider for MySQL; the message names the others that it does.</summary>
    public static MigrateBothException Missing(string startup, string project)
    {
        var fitting = MySqlProviders.For(EfCore.Major);
        var others = DeployedProviders.ForOthers().Select(other => $"{Package.NameOf(other)} {Package.VersionOf(other)}").ToList();
        return new MigrateBothException(
            ExitCode.Configuration,
            "provider-missing",
            $"The start-up project {startup} has no EF Core provider for MySQL."
                + (others.Count == 0 ? string.Empty : $" It deploys {string.Join(", ", others)}, which {(others.Count == 1 ? "has" : "have")} neither UseMySql nor UseMySQL: the tool compares SQLite with MySQL and MariaDB only."),
            fitting.AddCommand(project, EfCore.Major));
    }

    /// <summary>Explains an exception of the application's by a provider that cannot work, if there is one and none that can.</summary>
    public static void Explain(string startup, string project)
    {
        if (All.Count > 0 && !All.Any(one => one.Provider is not null && one.MadeFor == EfCore.Major))
        {
            All[0].EnsureUsable(startup, project);
        }
    }

    private string Name => Assembly.GetName().Name!;

    // What it was compiled against: providers derive from EF Core's inner classes, which change with every major version.
    private int MadeFor => Assembly.GetReferencedAssemblies().FirstOrDefault(reference => reference.Name == Relational)?.Version?.Major ?? EfCore.Major;

    /// <exception cref="MigrateBothException">It was made for another EF Core major, or the tool does not know its API.</exception>
    public void EnsureUsable(string startup, string project)
    {
        var fitting = MySqlProviders.For(EfCore.Major);
        if (MadeFor != EfCore.Major)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "provider-version-mismatch",
                $"{startup} uses EF Core {EfCore.ToString(3)} with {Name} {Package.VersionOf(Assembly)}, which is made for EF Core {MadeFor}.",
                $"A provider has to be made for the EF Core that it runs on. {(MadeFor < EfCore.Major ? $"Stay with EF Core {MadeFor}" : $"Update EF Core to {MadeFor}")}, "
                    + $"or take {fitting.Title}: {fitting.AddCommand(project, EfCore.Major)}, and {fitting.UseCall}.");
        }

        if (Provider is null)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "provider-not-supported",
                $"{startup} reaches MySQL with {Name} {Package.VersionOf(Assembly)}. It lacks what the tool works with: "
                    + string.Join(" or ", MySqlProviders.All.Select(known => $"the API of {known.Title} ({known.UseCall})")) + ".",
                $"Use {fitting.Title}: {fitting.AddCommand(project, EfCore.Major)}, and {fitting.UseCall}.");
        }
    }

    /// <summary>Does what the application's call of the provider's method would do, with a server version where the provider asks for one.</summary>
    public void Use(DbContextOptionsBuilder options, string serverVersion)
    {
        object[] arguments = Provider!.ServerVersionType is { } type
            ? [Assembly.GetType(type, throwOnError: true)!.GetMethod("Parse", [typeof(string)])!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [serverVersion], null)!]
            : [];
        var method = ProviderEngine.UseMethods(Assembly).First(found => Takes(found, Provider.UseMethod, arguments));
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [options, .. arguments, null], null);
    }

    // Extension methods of the form UseX(options, required arguments, optional callback).
    private static bool Takes(MethodInfo method, string name, object[] arguments) =>
        method.Name == name
        && method.GetParameters() is { } parameters
        && parameters.Length == arguments.Length + 2
        && arguments.Select((argument, index) => parameters[index + 1].ParameterType.IsInstanceOfType(argument)).All(fits => fits)
        && parameters[^1].HasDefaultValue;

    private static DeployedMySql Read(Assembly assembly)
    {
        var methods = ProviderEngine.UseMethods(assembly).ToList();
        return new DeployedMySql(assembly, MySqlProviders.All.FirstOrDefault(known => methods.Exists(method =>
            method.Name == known.UseMethod
            && (known.ServerVersionType is not { } version || method.GetParameters().Any(parameter => parameter.ParameterType.FullName == version)))));
    }
}
