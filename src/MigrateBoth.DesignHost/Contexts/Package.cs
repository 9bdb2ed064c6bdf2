using System.Reflection;
using System.Text.Json;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>The NuGet package that an assembly was deployed from.</summary>
internal static class Package
{
    private static readonly Lazy<IReadOnlyDictionary<string, (string Name, string Version)>> Packages = new(Read);

    /// <summary>The package's name; the assembly's own where no package is known to hold it.</summary>
    public static string NameOf(Assembly assembly) => Packages.Value.TryGetValue(assembly.GetName().Name!, out var package) ? package.Name : assembly.GetName().Name!;

    /// <summary>The package's version; the assembly's informational one, without its build metadata, where no package is known to hold it.</summary>
    public static string VersionOf(Assembly assembly)
    {
        if (Packages.Value.TryGetValue(assembly.GetName().Name!, out var package))
        {
            return package.Version;
        }

        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version!.ToString();
        return version.Split('+')[0];
    }

    private static Dictionary<string, (string Name, string Version)> Read()
    {
        Dictionary<string, (string, string)> packages = new(StringComparer.OrdinalIgnoreCase);
        foreach (var file in (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries).Where(File.Exists))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var library in document.RootElement.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject()))
            {
                if (library.Name.Split('/') is [var name, var version] && library.Value.TryGetProperty("runtime", out var assemblies))
                {
                    foreach (var assembly in assemblies.EnumerateObject())
                    {
                        packages.TryAdd(Path.GetFileNameWithoutExtension(assembly.Name), (name, version));
                    }
                }
            }
        }

        return packages;
    }
}
