using System.Reflection;

using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>The application's own assemblies, loaded.</summary>
/// <param name="Startup">Whose factory or host makes the context.</param>
/// <param name="Project">Which holds the context.</param>
internal sealed record ApplicationAssemblies(Assembly Startup, Assembly Project)
{
    private readonly Dictionary<Engine, Assembly> _migrations = [];

    /// <summary>The assembly that new migrations of an engine belong to.</summary>
    public Assembly Migrations(Engine engine) => _migrations[engine];

    /// <summary>Types that can be instantiated, in all of the application's assemblies.</summary>
    public IEnumerable<Type> ConstructibleTypes() =>
        new[] { Startup, Project }.Concat(_migrations.Values).Distinct().SelectMany(LoadableTypes)
            .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false });

    public static ApplicationAssemblies Load(HostSession session)
    {
        var assemblies = new ApplicationAssemblies(
            AssemblyResolution.Load(session.Startup), AssemblyResolution.Load(session.Project));
        foreach (var engine in EngineNames.All)
        {
            assemblies._migrations[engine] = AssemblyResolution.Load(session[engine].Migrations);
        }

        return assemblies;
    }

    private static IEnumerable<Type> LoadableTypes(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            // A type with a dependency that is not deployed is not what we look for; EF Core's own search skips it too.
            return exception.Types.OfType<Type>();
        }
    }
}
