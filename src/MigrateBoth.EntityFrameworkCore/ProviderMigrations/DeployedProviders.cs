using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MigrateBoth.EntityFrameworkCore.ProviderMigrations;

/// <summary>The MySQL providers among the application's deployed assemblies. They are recognized by their API, not by their names.</summary>
internal static class DeployedProviders
{
    private const string Attribute = "DesignTimeProviderServicesAttribute";

    private static readonly string[] Words = ["mysql", "mariadb"];

    // Where an application is one file there is no list of assemblies; these are the names to try then.
    private static readonly string[] KnownNames = ["Pomelo.EntityFrameworkCore.MySql", "MySql.EntityFrameworkCore", "Microting.EntityFrameworkCore.MySql"];

    private static readonly Lazy<IReadOnlyList<Assembly>> All = new(Find);

    /// <summary>The assemblies that define <c>UseMySql</c> or <c>UseMySQL</c>.</summary>
    public static IReadOnlyList<Assembly> ForMySql => All.Value;

    /// <summary>The providers that are neither for MySQL nor for SQLite. It inspects every file and is only used for messages.</summary>
    public static IReadOnlyList<Assembly> ForOthers() =>
        [.. Files.Where(file => !Path.GetFileName(file).Contains("Sqlite", StringComparison.OrdinalIgnoreCase) && IsProvider(file))
            .Select(file => TryLoad(Path.GetFileNameWithoutExtension(file)))
            .OfType<Assembly>()
            .Except(ForMySql)
            .Where(HasDesignTimeServices)];

    private static IEnumerable<string> Files =>
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? string.Empty).Split(Path.PathSeparator).Where(File.Exists);

    private static List<Assembly> Find()
    {
        var files = Files
            .Where(file => Path.GetFileName(file) is { } name
                && !name.StartsWith("System.", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.", StringComparison.Ordinal))
            .ToLookup(file => Words.Any(word => Path.GetFileName(file).Contains(word, StringComparison.OrdinalIgnoreCase)));

        // Most are called after the database; only where none is are all of the assemblies looked into.
        return Among(files[true]) is { Count: > 0 } named ? named
            : Among(files[false]) is { Count: > 0 } others ? others
            : [.. KnownNames.Select(TryLoad).OfType<Assembly>()];
    }

    private static List<Assembly> Among(IEnumerable<string> files) =>
        [.. files.Where(IsProvider)
            .Select(file => TryLoad(Path.GetFileNameWithoutExtension(file)))
            .OfType<Assembly>()
            .Where(assembly => ProviderEngine.UseMethods(assembly).Any())];

    // EF Core itself defines the attribute, and its tools look for it.
    private static bool HasDesignTimeServices(Assembly assembly) => assembly.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == Attribute);

    private static Assembly? TryLoad(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            return null;
        }
    }

    // Every provider names its design time services by this attribute; EF Core's own tools find it by that.
    private static bool IsProvider(string file)
    {
        try
        {
            using var image = new PEReader(File.OpenRead(file));
            if (!image.HasMetadata)
            {
                return false;
            }

            var metadata = image.GetMetadataReader();
            return metadata.TypeReferences.Any(handle => metadata.StringComparer.Equals(metadata.GetTypeReference(handle).Name, Attribute));
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            // Not an assembly that the application could load either.
            return false;
        }
    }
}
