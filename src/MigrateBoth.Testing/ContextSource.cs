using MigrateBoth.EntityFrameworkCore;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MigrateBoth.Testing;

/// <summary>Creates contexts for one connection according to the options.</summary>
internal sealed class ContextSource<TContext> : IDisposable
    where TContext : DbContext
{
    private readonly ParityOptions<TContext> _options;
    private readonly ParityConnection _connection;
    private readonly Lazy<DbContextOptions<TContext>> _contextOptions;
    private readonly Lazy<ServiceProvider> _services;
    private readonly List<IServiceScope> _scopes = [];
    private ServiceDescriptor? _registration;

    public ContextSource(ParityOptions<TContext> options, ParityConnection connection)
    {
        _options = options;
        _connection = connection;
        _contextOptions = new(BuildOptions);
        _services = new(BuildServices);
    }

    public TContext Create()
    {
        if (_options.Factory is { } factory)
        {
            var context = factory(_connection);
            _connection.RequireProvider(context);
            _connection.Connect(context);
            return context;
        }

        return _options.ConfigureServices is null ? Construct(_contextOptions.Value) : FromServices();
    }

    public void Dispose()
    {
        lock (_scopes)
        {
            _scopes.ForEach(scope => scope.Dispose());
            _scopes.Clear();
        }

        if (_services.IsValueCreated)
        {
            _services.Value.Dispose();
        }
    }

    private TContext Construct(DbContextOptions<TContext> options)
    {
        if (_options.Construct is { } construct)
        {
            return construct(options);
        }

        var constructor = typeof(TContext).GetConstructor([typeof(DbContextOptions<TContext>)]) ?? typeof(TContext).GetConstructor([typeof(DbContextOptions)])
            ?? throw new ParityDatabaseException(
                $"{typeof(TContext).Name} has no public constructor that takes only its options. Configure how it is created with UseConstructor, "
                + "UseServices (the application's registration) or UseFactory.");
        return (TContext)constructor.Invoke([options]);
    }

    private DbContextOptions<TContext> BuildOptions()
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        if (_options.ConfigureProvider is { } configure)
        {
            configure(builder, _connection);
        }
        else
        {
            builder.UseMigrateBoth(DatabaseSettings.Parse(_connection.Engine.Id(), _connection.ConnectionString, VersionOrNull()));
        }

        _options.ConfigureOptions?.Invoke(builder);
        _connection.ApplyTo(builder);
        return builder.Options;
    }

    private TContext FromServices()
    {
        var scope = _services.Value.CreateScope();
        lock (_scopes)
        {
            _scopes.Add(scope);
        }

        var context = Make(scope.ServiceProvider);
        _connection.RequireProvider(context);
        if (context.Database.GetConnectionString() != _connection.ConnectionString)
        {
            // Created directly with the registered options.
            _connection.Connect(context);
        }

        return context;
    }

    // As the application creates it: by its factory, by a function, or as the registered class.
    private TContext Make(IServiceProvider services) =>
        services.GetService<IDbContextFactory<TContext>>() is { } factory ? factory.CreateDbContext()
        : _registration is { ImplementationFactory: not null } ? services.GetRequiredService<TContext>()
        // Not resolved as a service: the test disposes the context, and may need several.
        : (TContext)ActivatorUtilities.CreateInstance(services, _registration?.ImplementationType ?? typeof(TContext));

    private ServiceProvider BuildServices()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_connection.Settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        _options.ConfigureServices!(services, configuration);
        _registration = services.LastOrDefault(service => service.ServiceType == typeof(TContext));
        services.PointContextsAt(_connection, typeof(TContext), _registration?.ImplementationType);
        return services.BuildServiceProvider();
    }

    private string? VersionOrNull() => _connection.Engine == Engine.Sqlite ? null : _connection.ServerVersion;
}
