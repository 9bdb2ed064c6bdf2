using System.Reflection;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>The public constructor of a context that takes its options and nothing else that must be given.</summary>
internal static class OptionsConstructor
{
    public static bool Exists(Type contextType) => Find(contextType) is not null;

    /// <summary>Makes a context with the given options; null when there is no such constructor.</summary>
    public static DbContext? TryCreate(Type contextType, DbContextOptions options)
    {
        if (Find(contextType) is not { } constructor || !constructor.GetParameters()[0].ParameterType.IsInstanceOfType(options))
        {
            return null;
        }

        var arguments = constructor.GetParameters().Select((parameter, index) => index == 0 ? options : parameter.DefaultValue).ToArray();
        return (DbContext)constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }

    private static ConstructorInfo? Find(Type contextType)
    {
        var wanted = typeof(DbContextOptions<>).MakeGenericType(contextType);
        return contextType.GetConstructors()
            .Where(constructor => constructor.GetParameters() is [{ } first, .. var rest]
                && typeof(DbContextOptions).IsAssignableFrom(first.ParameterType)
                && first.ParameterType.IsAssignableFrom(wanted)
                && rest.All(parameter => parameter.HasDefaultValue))
            .OrderByDescending(constructor => constructor.GetParameters()[0].ParameterType == wanted)
            .ThenBy(constructor => constructor.GetParameters().Length)
            .FirstOrDefault();
    }
}
