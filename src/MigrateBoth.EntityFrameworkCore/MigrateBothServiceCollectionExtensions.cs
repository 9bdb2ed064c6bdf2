using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MigrateBoth.EntityFrameworkCore;

/// <summary>Registers a context whose provider is selected by configuration.</summary>
public static class MigrateBothServiceCollectionExtensions
{
    /// <summary>
    /// Registers <typeparamref name="TContext"/> on the database that <c>DATABASE_TYPE</c>, <c>DATABASE_URL</c> and
    /// <c>DATABASE_VERSION</c> of the configuration name. They are read when the first context is created.
    /// </summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="configuration">The application's configuration.</param>
    /// <param name="configure">Further options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddMigrateBothDbContext<TContext>(
        this IServiceCollection services, IConfiguration configuration, Action<MigrateBothOptionsBuilder>? configure = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddDbContext<TContext>(options => options.UseMigrateBoth(configuration, configure));
    }

    /// <summary>Registers the context with the <see cref="IConfiguration"/> that is registered in <paramref name="services"/>.</summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Further options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddMigrateBothDbContext<TContext>(
        this IServiceCollection services, Action<MigrateBothOptionsBuilder>? configure = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddDbContext<TContext>(
            (provider, options) => options.UseMigrateBoth(provider.GetRequiredService<IConfiguration>(), configure));
    }
}
