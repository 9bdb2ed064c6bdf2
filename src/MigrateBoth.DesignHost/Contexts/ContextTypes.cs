using System.Reflection;

using MigrateBoth.Core;
using MigrateBoth.Core.Errors;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Finds the application's context types, without running any of its code.</summary>
internal static class ContextTypes
{
    /// <summary>Every context type, by full name.</summary>
    public static IReadOnlyList<Type> Find(ApplicationAssemblies assemblies)
    {
        var types = assemblies.ConstructibleTypes().ToList();
        var own = types.Where(type => type.IsSubclassOf(typeof(DbContext)));
        var manufactured = types.SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDesignTimeDbContextFactory<>))
            .Select(type => type.GenericTypeArguments[0]);
        var migrated = types.Where(type => type.IsSubclassOf(typeof(Migration)))
            .Select(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType)
            .OfType<Type>();

        return [.. own.Concat(manufactured).Concat(migrated).Where(type => !type.IsAbstract).Distinct().OrderBy(type => type.FullName, StringComparer.Ordinal)];
    }

    /// <summary>The type that a short or full name means.</summary>
    public static Type Named(string name, IReadOnlyList<Type> types, string setting)
    {
        foreach (var comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            var matches = types.Where(type => Is(type, name, comparison)).ToList();
            if (matches.Count == 1)
            {
                return matches[0];
            }

            if (matches.Count > 1)
            {
                throw new MigrateBothException(
                    ExitCode.Configuration,
                    "context-ambiguous",
                    $"{setting} names '{name}', which fits several contexts: {List(matches)}.",
                    "Write its full name.");
            }
        }

        throw new MigrateBothException(
            ExitCode.Configuration,
            "context-not-found",
            types.Count == 0
                ? $"{setting} names '{name}', but the project has no class derived from DbContext."
                : $"{setting} names '{name}', which is not among the project's contexts: {List(types)}.",
            "Name one of them, or point --project at the project that holds the context.");
    }

    /// <summary>Whether a short or full name means one of the types.</summary>
    public static bool Contains(string name, IReadOnlyList<Type> types) => types.Any(type => Is(type, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The types whose name says that they are for one engine and not for the other, such as <c>SqliteShopContext</c>.</summary>
    public static IReadOnlyList<Type> SpeakingOf(Engine engine, IReadOnlyList<Type> types) =>
        [.. types.Where(type => Mentions(type, engine) && !Mentions(type, engine.Other()))];

    public static string List(IEnumerable<Type> types) => string.Join(", ", types.Select(type => type.FullName));

    // C# writes nested classes with a dot, reflection with a plus.
    private static bool Is(Type type, string name, StringComparison comparison) =>
        string.Equals(type.FullName, name, comparison) || string.Equals(type.FullName!.Replace('+', '.'), name, comparison) || string.Equals(type.Name, name, comparison);

    private static bool Mentions(Type type, Engine engine) => type.Name.Contains(engine.Id(), StringComparison.OrdinalIgnoreCase);
}
