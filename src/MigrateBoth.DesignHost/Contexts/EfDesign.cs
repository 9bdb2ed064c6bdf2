using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.Extensions.DependencyInjection;
using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Events;

#pragma warning disable EF1001 // EF Core's own design time is internal API: this is the only file that uses it.

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>The parts of EF Core's design time that are internal API and differ between majors.</summary>
internal sealed class EfDesign(HostSession session, Engine engine, ApplicationAssemblies assemblies)
{
    private readonly DesignTimeLog _log = new();

    /// <summary>What EF Core warned about, such as an application host that could not be built.</summary>
    public IReadOnlyList<string> Warnings => _log.Warnings;

    /// <summary>The arguments that the application's factory or host gets.</summary>
    public string[] Arguments =>
    [
        "--provider", engine == Engine.Sqlite ? "Sqlite" : "MySql",
        .. session[engine].Arguments,
        .. session.ApplicationArguments,
    ];

    /// <summary>Creates a context as <c>dotnet ef</c> does: factory, application host, constructor without parameters.</summary>
    public DbContext CreateContext(Type contextType) => Operations().CreateContext(contextType.FullName);

    /// <summary>The contexts that <c>dotnet ef</c> finds, those included that only the application's container knows; none where it fails.</summary>
    public IReadOnlyList<Type> RegisteredContexts()
    {
        try
        {
            return [.. Operations().GetContextTypes().Where(type => !type.IsAbstract)];
        }
        catch (Exception exception)
        {
            // Nothing is known without it, and the caller says so.
            _log.Reporter.WriteWarning(exception.Message);
            return [];
        }
    }

    private DbContextOperations Operations() =>
        new(
            _log.Reporter,
            assemblies.Project,
            assemblies.Startup,
#if !EFCORE8
            session.Project.File,
#endif
            session.Project.Directory,
            session.Project.RootNamespace,
            session.Project.Language,
            session.Project.Nullable,
            Arguments);

    /// <summary>EF Core's design time services for a context, the application's own additions among them.</summary>
    /// <param name="context">The context.</param>
    /// <param name="idGenerator">Gives new migrations their id, or null for EF Core's own.</param>
    public ServiceProvider BuildServices(DbContext context, IMigrationsIdGenerator? idGenerator = null)
    {
        var builder = new DesignTimeServicesBuilder(assemblies.Migrations(engine), assemblies.Startup, _log.Reporter, Arguments);
        var services = builder.CreateServiceCollection(context);
        services.AddSingleton<IMigrationsAssembly>(new UntouchedSnapshot(context.GetService<IMigrationsAssembly>()));
        if (idGenerator is not null)
        {
            services.AddSingleton(idGenerator);
        }

        return services.BuildServiceProvider();
    }

    /// <summary>A snapshot's or a migration's model, brought to the shape of this EF Core version.</summary>
    public static IModel? ProcessSnapshot(IServiceProvider services, IModel? model, bool resetVersion) =>
#if EFCORE8
        services.GetRequiredService<ISnapshotModelProcessor>().Process(model);
#else
        services.GetRequiredService<ISnapshotModelProcessor>().Process(model, resetVersion);
#endif
}

/// <summary>What has to be in place before the application's first code runs.</summary>
internal static class DesignTime
{
    private const string HostTimeout = "DOTNET_HOST_FACTORY_RESOLVER_DEFAULT_TIMEOUT_IN_SECONDS";

    public static void Prepare(HostSession session)
    {
        // Where the application's files are: some look for their settings there.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(session.Startup.AssemblyPath) + Path.DirectorySeparatorChar);
        EF.IsDesignTime = true;

        // EF Core waits five minutes for a Main that builds no host and never ends, longer than the tool takes silence for; both engines wait in turn.
        if (Environment.GetEnvironmentVariable(HostTimeout) is null)
        {
            Environment.SetEnvironmentVariable(HostTimeout, "45");
        }

        // Before the first command: EF Core caches for a second that there are no listeners.
        ApplicationDatabaseGuard.Install();
        MigrationEvents.Install();
    }
}

/// <summary>What EF Core's design time says, kept for the error message when nothing works.</summary>
internal sealed class DesignTimeLog
{
    private readonly List<string> _warnings = [];

    public DesignTimeLog()
    {
        Reporter = new OperationReporter(new OperationReportHandler(
            errorHandler: Keep, warningHandler: Keep, informationHandler: _ => { }, verboseHandler: _ => { }));
    }

    public IOperationReporter Reporter { get; }

    public IReadOnlyList<string> Warnings => _warnings;

    private void Keep(string message) => _warnings.Add(message);
}
