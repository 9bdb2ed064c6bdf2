using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Finds a way to make the context of one engine; the first that gives the right provider wins.</summary>
internal sealed class ContextResolver(HostSession session, Engine engine, Lazy<ApplicationAssemblies> assemblies)
{
    private readonly List<string> _tried = [];
    private EfDesign? _design;

    public Engine Engine => engine;

    /// <summary>Whether errors of the application show its stack frames.</summary>
    public bool IsVerbose => session.Verbose;

    public ApplicationAssemblies Assemblies => assemblies.Value;

    /// <summary>EF Core's design time for this engine.</summary>
    public EfDesign Design => _design ??= new EfDesign(session, engine, Assemblies);

    /// <summary>The migrations of a context that this resolver made.</summary>
    public IMigrationsAssembly MigrationsOf(DbContext context) => EngineMigrations.Of(context, session, engine);

    /// <exception cref="MigrateBothException">No way works; the message says all that was tried.</exception>
    public ContextSource Resolve()
    {
        using var environment = EngineEnvironment.Enter(session, engine);
        var types = ContextTypes.Find(Assemblies);
        var candidates = Candidates(types);
        var source = candidates.Count == 1
            ? FromApplication(candidates[0]) ?? FromOptions(candidates[0])
            : TheOnly(candidates.Select(FromAnywhere).OfType<ContextSource>().ToList(), candidates);

        BuildModel(source ?? throw NotFound(candidates));
        return source;
    }

    private IReadOnlyList<Type> Candidates(IReadOnlyList<Type> types)
    {
        if (session[engine].Context is { } own)
        {
            return [ContextTypes.Named(own, types, $"{engine.Id()}.context")];
        }

        if (session.Context is { } common)
        {
            return [ContextTypes.Named(common, types, "The setting 'context'")];
        }

        // SqliteShopContext and MySqlShopContext beside their base class: the names say which is whose.
        return ContextTypes.SpeakingOf(engine, types) is [var mine] && ContextTypes.SpeakingOf(engine.Other(), types).Count == 1
            ? [mine]
            : types;
    }

    // One of several contexts is not chosen because it alone has a factory: another that its constructor can make would go unchecked.
    // One that the application makes for the other engine has said whose it is.
    private ContextSource? FromAnywhere(Type type)
    {
        var isAbsent = false;
        var source = FromApplication(type, () => isAbsent = true);
        return source ?? (isAbsent ? FromOptions(type) : null);
    }

    private ContextSource? FromApplication(Type type, Action? absent = null)
    {
        var way = ContextFactories.Find(type, Assemblies) is { } factory
            ? $"IDesignTimeDbContextFactory {factory.Name}"
            : "application host";
        DbContext context;
        try
        {
            context = Design.CreateContext(type);
        }
        catch (Exception exception) when (ContextFailure.IsAbsence(exception))
        {
            _tried.Add($"{way}, for {type.Name}: {ContextFailure.Root(exception).Message}");
            absent?.Invoke();
            return null;
        }
        catch (Exception exception)
        {
            throw ContextFailure.Of(type, way, engine, exception, session.Verbose);
        }

        // The next ones need no second run of the application's Main when the options alone make a context.
        var options = (DbContextOptions)context.GetService<IDbContextOptions>();
        return Accept(context, way, () => OptionsConstructor.TryCreate(type, options) ?? Design.CreateContext(type));
    }

    private ContextSource? FromOptions(Type type)
    {
        if (!OptionsConstructor.Exists(type))
        {
            _tried.Add($"constructor of {type.Name}: it has none that is public and takes only DbContextOptions");
            return null;
        }

        var options = HostOptions.Build(type, session, engine, Assemblies);
        DbContext Create() => OptionsConstructor.TryCreate(type, options)!;
        try
        {
            return Accept(Create(), "constructor taking DbContextOptions", Create);
        }
        catch (Exception exception) when (exception is not MigrateBothException)
        {
            throw ContextFailure.Of(type, "constructor", engine, exception, session.Verbose);
        }
    }

    private ContextSource? Accept(DbContext context, string way, Func<DbContext> another)
    {
        var provider = context.Database.ProviderName;
        if (Providers.Belongs(engine, provider))
        {
            return new ContextSource(
                context,
                () =>
                {
                    using var environment = EngineEnvironment.Enter(session, engine);
                    return another();
                },
                way);
        }

        _tried.Add($"{way}, for {context.GetType().Name}: it gives the provider {provider}");
        context.Dispose();
        return null;
    }

    private ContextSource? TheOnly(IReadOnlyList<ContextSource> sources, IReadOnlyList<Type> candidates) => sources switch
    {
        [var only] => only,
        [] when candidates.Count == 0 => null,
        _ => throw new MigrateBothException(
            ExitCode.Configuration,
            "context-ambiguous",
            $"There are several contexts and none of them is the only one for {engine.DisplayName()}: {ContextTypes.List(candidates)}.",
            "Name one with --context or 'context', or one per engine with 'sqlite.context' and 'mysql.context' in migrateboth.json."),
    };

    // While the environment still says which engine it is: OnModelCreating may look at it, and it may not be ready for two threads.
    private void BuildModel(ContextSource source)
    {
        try
        {
            _ = source.First.GetService<IDesignTimeModel>().Model;
        }
        catch (Exception exception)
        {
            throw ContextFailure.OfModel(source.First.GetType(), engine, exception, session.Verbose);
        }
    }

    private MigrateBothException NotFound(IReadOnlyList<Type> candidates) => candidates.Count == 0
        ? new MigrateBothException(
            ExitCode.Configuration,
            "context-not-found",
            $"Neither {session.Project.AssemblyName} nor {session.Startup.AssemblyName} has a class derived from DbContext.",
            "Point --project at the project that holds the context.")
        : new MigrateBothException(
            ExitCode.Configuration,
            "context-not-found",
            $"No way was found to make {ContextTypes.List(candidates)} for {engine.DisplayName()}. Tried:"
                + string.Concat(_tried.Concat(Design.Warnings).Distinct().Select(line => $"{Environment.NewLine}  - {line}")),
            "Let the context have a public constructor that takes DbContextOptions, or choose the provider by "
                + $"'--provider {engine.Id()}' or DATABASE_TYPE={engine.Id()} in a design time factory or in the application's host.");
}
