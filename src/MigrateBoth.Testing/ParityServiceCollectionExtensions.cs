using System.Reflection;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MigrateBoth.Testing;

/// <summary>Points an application's services at a test's database.</summary>
public static class ParityServiceCollectionExtensions
{
    // It came with EF Core 9; this compiles against EF Core 8.
    private static readonly MethodInfo? ConfigureDbContext = typeof(EntityFrameworkServiceCollectionExtensions).GetMethods()
        .FirstOrDefault(method => method.Name == "ConfigureDbContext" && method.GetParameters() is [_, var configure, _] && configure.ParameterType == typeof(Action<DbContextOptionsBuilder>));

    /// <summary>
    /// Keeps the application's registration of its context, and replaces the connection string by that of a test's database; adds the recorder
    /// when it is on. Call it behind the application's registration, in <c>ConfigureTestServices</c> of a <c>WebApplicationFactory</c>, and give the
    /// application <see cref="ParityDatabase.Settings"/> where it chooses its provider by configuration.
    /// </summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="database">The test's database.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection UseParityDatabase<TContext>(this IServiceCollection services, ParityDatabase<TContext> database)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(database);
        var registered = services.LastOrDefault(service => service.ServiceType == typeof(TContext))?.ImplementationType;
        return services.PointContextsAt(database.Connection, typeof(TContext), registered);
    }

    /// <summary>Points the options of a context at a database, and those of the class that is registered for it: each has options of its own.</summary>
    internal static IServiceCollection PointContextsAt(this IServiceCollection services, ParityConnection connection, Type context, Type? registered)
    {
        var point = typeof(ParityServiceCollectionExtensions).GetMethod(nameof(PointAt), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var type in new[] { context, registered ?? context }.Distinct())
        {
            point.MakeGenericMethod(type).Invoke(null, [services, connection]);
        }

        return services;
    }

    private static void PointAt<TContext>(IServiceCollection services, ParityConnection connection)
        where TContext : DbContext
    {
        if (ConfigureDbContext is { } configure)
        {
            configure.MakeGenericMethod(typeof(TContext)).Invoke(null, [services, (Action<DbContextOptionsBuilder>)connection.ApplyTo, ServiceLifetime.Singleton]);
            return;
        }

        // EF Core 8: the registered options are made as before, and then pointed at the database.
        if (services.LastOrDefault(service => service.ServiceType == typeof(DbContextOptions<TContext>)) is { ImplementationFactory: { } make, Lifetime: var lifetime } registered)
        {
            services.Remove(registered);
            services.Add(new ServiceDescriptor(typeof(DbContextOptions<TContext>), provider => Pointed((DbContextOptions<TContext>)make(provider), connection), lifetime));
        }
    }

    private static DbContextOptions<TContext> Pointed<TContext>(DbContextOptions<TContext> options, ParityConnection connection)
        where TContext : DbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>(options);
        connection.ApplyTo(builder);
        return builder.Options;
    }
}
