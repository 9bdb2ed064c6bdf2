using System.Reflection;

using Microsoft.EntityFrameworkCore;

using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.EntityFrameworkCore.Providers;

/// <summary>
/// Configures the deployed MySQL provider by its <c>UseMySql</c> or <c>UseMySQL</c> method. Only the signatures of these methods are used: options
/// builder, connection string, a server version if there is a type for it, a callback.
/// </summary>
internal static class DeployedMySqlProvider
{
    /// <exception cref="DatabaseConfigurationException">The application has no MySQL provider, several, or one with other signatures.</exception>
    public static void Use(DbContextOptionsBuilder options, string? connectionString, string serverVersion, IReadOnlyList<Delegate> configure)
    {
        var assembly = DeployedProviders.ForMySql switch
        {
            [var only] => only,
            [] => throw Missing(),
            var several => throw new DatabaseConfigurationException(
                $"The application has several MySQL providers: {string.Join(", ", several.Select(one => one.GetName().Name))}. Say which one, by its own call: "
                + "UseMigrateBoth(…, options => options.MySqlProvider((builder, connection) => builder.UseMySql(…)))."),
        };

        var method = Find(assembly, connectionString is not null)
            ?? throw new DatabaseConfigurationException(
                $"The MySQL provider {assembly.GetName().Name} has an unknown API. Configure it explicitly: "
                + "UseMigrateBoth(…, options => options.MySqlProvider((builder, connection) => …)).");
        List<object?> arguments = [options];
        foreach (var parameter in method.GetParameters()[1..^1])
        {
            arguments.Add(parameter.ParameterType == typeof(string)
                ? connectionString
                : VersionParser(parameter.ParameterType)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [serverVersion], null));
        }

        arguments.Add(Callback(assembly, method.GetParameters()[^1].ParameterType, configure));
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null);
    }

    public static DatabaseConfigurationException Missing() => new(
        $"The application has no EF Core provider for MySQL. Add the package of one that is made for EF Core {typeof(DbContext).Assembly.GetName().Version!.Major}: "
        + "Pomelo.EntityFrameworkCore.MySql for EF Core 8 and 9, MySql.EntityFrameworkCore for EF Core 10.");

    private static MethodInfo? Find(Assembly assembly, bool withConnection) => ProviderEngine.UseMethods(assembly)
        .Where(method => method.GetParameters() is { Length: >= 2 } parameters
            && parameters[^1].ParameterType is { IsGenericType: true } callback && callback.GetGenericTypeDefinition() == typeof(Action<>)
            && parameters[1..^1].Count(parameter => parameter.ParameterType == typeof(string)) == (withConnection ? 1 : 0)
            && parameters[1..^1].All(parameter => parameter.ParameterType == typeof(string) || VersionParser(parameter.ParameterType) is not null))
        .OrderByDescending(method => method.GetParameters().Length)
        .FirstOrDefault();

    private static MethodInfo? VersionParser(Type type) =>
        type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, [typeof(string)]) is { } parse && type.IsAssignableFrom(parse.ReturnType) ? parse : null;

    private static Delegate? Callback(Assembly provider, Type type, IReadOnlyList<Delegate> configure)
    {
        if (configure.FirstOrDefault(one => !type.IsInstanceOfType(one)) is { } other)
        {
            throw new DatabaseConfigurationException(
                $"options.MySql(…) was given options of the type {other.GetType().GetGenericArguments()[0].FullName}, but the application's provider {provider.GetName().Name} "
                + $"has {type.GetGenericArguments()[0].FullName}.");
        }

        return configure.Count == 0 ? null : Delegate.Combine([.. configure]);
    }
}
