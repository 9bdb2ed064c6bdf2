using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using MigrateBoth.Core;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>A way to make one engine's context that has been tried and works.</summary>
/// <param name="First">The context made while trying.</param>
/// <param name="Another">Makes another one like it.</param>
/// <param name="Description">The way, for display.</param>
internal sealed record ContextSource(DbContext First, Func<DbContext> Another, string Description)
{
    /// <summary>Whether the options are the host's, not the application's.</summary>
    public bool HasHostOptions { get; init; }

    /// <summary>Why the application's own options for this engine are not known; null when they are, or when there are none.</summary>
    public string? Missing { get; init; }
}

/// <summary>
/// Lets the application make a context. One whose constructor continues to its database, which is out of bounds here, is a whole context
/// all the same: the base class has done its part, and model and migrations need no more.
/// </summary>
internal static class ContextConstruction
{
    // Of EF Core's own methods that work on a database, as a stack trace shows them.
    private static readonly string[] DatabaseCalls =
        ["RelationalDatabaseFacadeExtensions.", "DatabaseFacade.Ensure", "DatabaseFacade.CanConnect", "MigrationsDatabaseFacade"];

    private static readonly AsyncLocal<List<DbContext>?> Seen = new();

    /// <summary>A context has been initialized.</summary>
    public static void Saw(DbContext context) => Seen.Value?.Add(context);

    /// <summary>Creates a context of a type.</summary>
    public static DbContext Make(Type contextType, Func<DbContext> make)
    {
        List<DbContext> seen = [];
        Seen.Value = seen;
        try
        {
            return DirectConnectionGuard.Guarded(make);
        }
        catch (Exception exception) when (StoppedAtDatabase(exception) && seen.Exists(context => context.GetType() == contextType))
        {
            return seen.Last(context => context.GetType() == contextType);
        }
        finally
        {
            Seen.Value = null;
        }
    }

    private static bool StoppedAtDatabase(Exception exception)
    {
        var root = ContextFailure.Root(exception);
        return ContextFailure.IsApplicationDatabase(root)
            || (root.StackTrace is { } stack && stack.Contains("..ctor(", StringComparison.Ordinal)
                && DatabaseCalls.Any(call => stack.Contains(call, StringComparison.Ordinal)));
    }
}

/// <summary>The public constructor of a context that takes its options and nothing else that must be given.</summary>
internal static class OptionsConstructor
{
    public static bool Exists(Type contextType) => Find(contextType) is not null;

    /// <summary>Creates a context with the given options; null when there is no such constructor.</summary>
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

/// <summary>Finds the design time factories of a context, wherever they are.</summary>
internal static class ContextFactories
{
    /// <summary>All of them: an engine's own, which is next to its migrations, before those that may serve both.</summary>
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

    /// <summary>Creates a context as EF Core does.</summary>
    public static DbContext Create(Type factory, Type contextType, string[] arguments) =>
        (DbContext)typeof(IDesignTimeDbContextFactory<>).MakeGenericType(contextType)
            .GetMethod(nameof(IDesignTimeDbContextFactory<DbContext>.CreateDbContext))!
            .Invoke(Activator.CreateInstance(factory), BindingFlags.DoNotWrapExceptions, binder: null, [arguments], culture: null)!;

    private static bool Mentions(Type type, Engine engine) => type.Name.Contains(engine.Id(), StringComparison.OrdinalIgnoreCase);
}
