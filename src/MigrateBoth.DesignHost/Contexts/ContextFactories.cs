using System.Reflection;

using MigrateBoth.Core;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Finds the design time factories of a context, wherever they are.</summary>
internal static class ContextFactories
{
    /// <summary>All of them: an engine's own, which lies beside its migrations, before those that may serve both.</summary>
    public static IReadOnlyList<Type> Find(Type contextType, ApplicationAssemblies assemblies, Engine engine)
    {
        var wanted = typeof(IDesignTimeDbContextFactory<>).MakeGenericType(contextType);
        return
        [
            .. assemblies.ConstructibleTypes().Where(wanted.IsAssignableFrom)
                .OrderByDescending(type => IsApart(type.Assembly, engine))
                .ThenBy(type => IsApart(type.Assembly, engine.Other()))
                .ThenByDescending(type => type.Assembly == assemblies.Startup)
                .ThenByDescending(type => Mentions(type, engine))
                .ThenBy(type => type.FullName, StringComparer.Ordinal),
        ];

        bool IsApart(Assembly assembly, Engine side) =>
            assemblies.Migrations(side) == assembly && assemblies.Migrations(side.Other()) != assembly && assembly != assemblies.Startup;
    }

    /// <summary>Makes a context as EF Core does.</summary>
    public static DbContext Create(Type factory, Type contextType, string[] arguments) =>
        (DbContext)typeof(IDesignTimeDbContextFactory<>).MakeGenericType(contextType)
            .GetMethod(nameof(IDesignTimeDbContextFactory<DbContext>.CreateDbContext))!
            .Invoke(Activator.CreateInstance(factory), BindingFlags.DoNotWrapExceptions, binder: null, [arguments], culture: null)!;

    private static bool Mentions(Type type, Engine engine) => type.Name.Contains(engine.Id(), StringComparison.OrdinalIgnoreCase);
}
