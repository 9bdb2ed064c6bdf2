using Microsoft.EntityFrameworkCore.Design;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Finds the design time factory that EF Core would use, to name it.</summary>
internal static class ContextFactories
{
    public static Type? Find(Type contextType, ApplicationAssemblies assemblies)
    {
        var wanted = typeof(IDesignTimeDbContextFactory<>).MakeGenericType(contextType);
        return assemblies.ConstructibleTypes().FirstOrDefault(wanted.IsAssignableFrom);
    }
}
