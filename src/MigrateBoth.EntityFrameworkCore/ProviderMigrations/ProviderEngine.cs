using System.Reflection;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MigrateBoth.EntityFrameworkCore.ProviderMigrations;

/// <summary>Determines the engine of a provider. A fork may have any name, so its API decides.</summary>
internal static class ProviderEngine
{
    private static readonly string[] MySqlMethods = ["UseMySql", "UseMySQL"];

    /// <summary>Whether the provider of a context is one for MySQL; false is SQLite.</summary>
    /// <exception cref="NotSupportedException">The provider is neither SQLite's nor one for MySQL.</exception>
    public static bool IsMySql(string providerName, IDbContextOptions options) => Speaks(providerName) switch
    {
        { } known => known,
        null when Provider(options) is { } provider && Assemblies(provider).SelectMany(UseMethods).Any() => true,
        _ => throw new NotSupportedException(
            $"The provider '{providerName}' has no migrations here: only SQLite's and MySQL's migrations are distinguished by namespace."),
    };

    /// <summary>The extension that a provider has added to the options of a context; null where no provider is configured.</summary>
    public static IDbContextOptionsExtension? Provider(IDbContextOptions options) => options.Extensions.FirstOrDefault(extension => extension.Info.IsDatabaseProvider);

    /// <summary>The provider's assembly and those of the providers that it derives from.</summary>
    public static IEnumerable<Assembly> Assemblies(IDbContextOptionsExtension provider)
    {
        for (var type = provider.GetType(); type is not null && type != typeof(RelationalOptionsExtension); type = type.BaseType)
        {
            yield return type.Assembly;
        }
    }

    /// <summary>The methods of an assembly that configure a MySQL provider: static, with that name, and with the options builder as the first parameter.</summary>
    public static IEnumerable<MethodInfo> UseMethods(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        where type is { IsAbstract: true, IsSealed: true, IsGenericTypeDefinition: false } && type.Name.EndsWith("Extensions", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where MySqlMethods.Contains(method.Name, StringComparer.Ordinal)
            && !method.IsGenericMethod
            && method.GetParameters() is [{ } builder, ..]
            && builder.ParameterType == typeof(DbContextOptionsBuilder)
        select method;

    private static bool? Speaks(string providerName) =>
        providerName.Contains("MySql", StringComparison.OrdinalIgnoreCase) || providerName.Contains("MariaDb", StringComparison.OrdinalIgnoreCase) ? true
        : providerName.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) ? false
        : null;
}
