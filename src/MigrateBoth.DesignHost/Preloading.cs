using System.Reflection;

namespace MigrateBoth.DesignHost;

/// <summary>
/// Loads EF Core and the providers while the tool still builds the application. Nothing of them runs before the application does:
/// switches that it sets at its start must be seen.
/// </summary>
internal static class Preloading
{
    private static readonly string[] Prefixes =
        ["Microsoft.EntityFrameworkCore", "Microsoft.Extensions.", "Microsoft.Data.Sqlite", "Pomelo.EntityFrameworkCore", "MySql", "SQLitePCLRaw"];

    public static void Run()
    {
        // Only what the application's dependencies name: the runtime remembers an assembly that it once could not find.
        var known = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        foreach (var file in known.Split(Path.PathSeparator))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                TryLoad(name);
            }
        }
    }

    private static void TryLoad(string name)
    {
        try
        {
            Assembly.Load(new AssemblyName(name));
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            // The code that needs the assembly gets the same error and reports it with more context.
        }
    }
}
