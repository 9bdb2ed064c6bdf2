using System.Reflection;

using MigrateBoth.Core;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Several contexts may share a database and its history table: what is recorded there and is another's is nothing unknown.</summary>
internal static class OtherContexts
{
    /// <summary>The ids of the application's migrations that belong to neither the context nor its counterpart on the other engine.</summary>
    public static IReadOnlyList<string> MigrationIds(RentedContext context)
    {
        var types = context.Resolver.Assemblies.ConstructibleTypes().ToList();
        var migrations = types.Where(type => type.IsSubclassOf(typeof(Migration)))
            .Select(type => (Context: type.GetCustomAttribute<DbContextAttribute>()?.ContextType, type.GetCustomAttribute<MigrationAttribute>()?.Id))
            .Where(migration => migration is { Context: { } owner, Id: not null } && owner != context.Context.GetType())
            .ToList();
        var counterparts = ContextTypes.SpeakingOf(context.Engine.Other(), [.. migrations.Select(migration => migration.Context!).Distinct()]);
        return [.. migrations.Where(migration => !counterparts.Contains(migration.Context!)).Select(migration => migration.Id!).Distinct().Order(StringComparer.Ordinal)];
    }
}
