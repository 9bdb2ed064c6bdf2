using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MigrateBoth.Testing;

/// <summary>Points an application's services at a test's database.</summary>
public static class ParityServiceCollectionExtensions
{
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
        return services.ConfigureDbContext<TContext>(options => database.Connection.ApplyTo(options));
    }
}
