using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MigrateBoth.Testing;

/// <summary>
/// How a <see cref="ParityDatabase{TContext}"/> makes its contexts. With nothing said, the options are those of <c>UseMigrateBoth</c> and the context
/// has a constructor that takes them; what the context adds in <c>OnConfiguring</c> stays.
/// </summary>
/// <typeparam name="TContext">The context.</typeparam>
public sealed class ParityOptions<TContext>
    where TContext : DbContext
{
    internal ParityOptions()
    {
    }

    internal Action<DbContextOptionsBuilder<TContext>, ParityConnection>? ConfigureProvider { get; private set; }

    internal Action<DbContextOptionsBuilder<TContext>>? ConfigureOptions { get; private set; }

    internal Action<IServiceCollection, IConfiguration>? ConfigureServices { get; private set; }

    internal Func<DbContextOptions<TContext>, TContext>? Construct { get; private set; }

    internal Func<ParityConnection, TContext>? Factory { get; private set; }

    /// <summary>Chooses the provider as the application does, when that is not by <c>UseMigrateBoth</c>.</summary>
    /// <param name="configure">Calls <c>UseSqlite</c>, <c>UseMySql</c> or <c>UseMySQL</c> by the connection's engine, with the migrations of that engine.</param>
    /// <returns>These options.</returns>
    public ParityOptions<TContext> UseProvider(Action<DbContextOptionsBuilder<TContext>, ParityConnection> configure)
    {
        ConfigureProvider = configure;
        return this;
    }

    /// <summary>Adds to the options what the application adds at its registration: interceptors, proxies, conventions.</summary>
    /// <param name="configure">Called for every context's options.</param>
    /// <returns>These options.</returns>
    public ParityOptions<TContext> AddOptions(Action<DbContextOptionsBuilder<TContext>> configure)
    {
        ConfigureOptions += configure;
        return this;
    }

    /// <summary>
    /// Creates contexts with the application's own registration. Its configuration contains <c>DATABASE_TYPE</c> and <c>DATABASE_URL</c>; whatever
    /// connection string it uses is replaced by the test database's.
    /// </summary>
    /// <param name="configure">Registers the context as the application does.</param>
    /// <returns>These options.</returns>
    public ParityOptions<TContext> UseServices(Action<IServiceCollection, IConfiguration> configure)
    {
        ConfigureServices = configure;
        return this;
    }

    /// <summary>Calls the constructor of a context that takes more than its options.</summary>
    /// <param name="create">Makes a context of options.</param>
    /// <returns>These options.</returns>
    public ParityOptions<TContext> UseConstructor(Func<DbContextOptions<TContext>, TContext> create)
    {
        Construct = create;
        return this;
    }

    /// <summary>
    /// Creates contexts with the application's own factory, such as its <c>IDesignTimeDbContextFactory</c>. The connection string is set on the
    /// context; what such a context does is recorded only when the factory calls <see cref="ParityConnection.ApplyTo"/> on its options.
    /// </summary>
    /// <param name="create">Makes a context for the connection's engine.</param>
    /// <returns>These options.</returns>
    public ParityOptions<TContext> UseFactory(Func<ParityConnection, TContext> create)
    {
        Factory = create;
        return this;
    }
}
