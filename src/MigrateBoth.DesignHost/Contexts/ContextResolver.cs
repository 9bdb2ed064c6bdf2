using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>Finds a way to make the context of one engine; the first that gives the right provider wins.</summary>
/// <param name="session">The application.</param>
/// <param name="engine">The engine.</param>
/// <param name="assemblies">The application's assemblies.</param>
/// <param name="counterpart">The options that the application itself makes for the other engine, or null where it makes none.</param>
internal sealed class ContextResolver(HostSession session, Engine engine, Lazy<ApplicationAssemblies> assemblies, Func<IDbContextOptions?> counterpart)
{
    private readonly List<string> _tried = [];
    private EfDesign? _design;
    private string? _missing;

    public Engine Engine => engine;

    /// <summary>Whether errors of the application show its stack frames.</summary>
    public bool IsVerbose => session.Verbose;

    /// <summary>Who chose the server's version in options that the host made.</summary>
    public ServerVersionOrigin VersionOrigin => session.MySql.ServerVersion is { Length: > 0 } ? ServerVersionOrigin.Setting : ServerVersionOrigin.Default;

    public ApplicationAssemblies Assemblies => assemblies.Value;

    /// <summary>EF Core's design time for this engine.</summary>
    public EfDesign Design => _design ??= new EfDesign(session, engine, Assemblies);

    /// <summary>The migrations of a context that this resolver made.</summary>
    public IMigrationsAssembly MigrationsOf(DbContext context) => EngineMigrations.Of(context, session, engine);

    /// <summary>The environment by which the application chooses its provider, until it is disposed.</summary>
    public EngineEnvironment EnterEnvironment() => EngineEnvironment.Enter(session, engine);

    /// <exception cref="MigrateBothException">No way works; the message says all that was tried.</exception>
    public ContextSource Resolve()
    {
        using var environment = EngineEnvironment.Enter(session, engine);
        var candidates = Candidates(Types());
        var source = candidates.Count == 1
            ? FromApplication(candidates[0]) ?? FromOptions(candidates[0])
            : TheOnly(candidates.Select(FromAnywhere).OfType<ContextSource>().ToList(), candidates);

        if (source is null && candidates.Count > 0)
        {
            Providers.EnsureDeployed(engine, session);
        }

        BuildModel(source ?? throw NotFound(candidates));
        return source;
    }

    /// <summary>Every context of the application, those included that only its container knows.</summary>
    public IReadOnlyList<Type> AllTypes()
    {
        using var environment = EngineEnvironment.Enter(session, engine);
        return WithRegistered(ContextTypes.Find(Assemblies));
    }

    private IReadOnlyList<Type> Types()
    {
        // The container is asked only where nothing else knows the context: that runs the application's Main.
        var types = ContextTypes.Find(Assemblies);
        var isKnown = (session[engine].Context ?? session.Context) is { } name ? ContextTypes.Contains(name, types) : types.Count > 0;
        return isKnown ? types : WithRegistered(types);
    }

    private IReadOnlyList<Type> WithRegistered(IReadOnlyList<Type> types) =>
        [.. types.Concat(DirectConnectionGuard.Guarded(Design.RegisteredContexts)).Distinct().OrderBy(type => type.FullName, StringComparer.Ordinal)];

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
        var factories = ContextFactories.Find(type, Assemblies, engine);
        if (factories.Count == 0)
        {
            // The next ones need no second run of the application's Main when the options alone make a context.
            return Try(
                type,
                "application host",
                () => Design.CreateContext(type),
                hasOptions: true,
                absent);
        }

        MigrateBothException? failure = null;
        foreach (var factory in factories)
        {
            try
            {
                if (Try(type, $"IDesignTimeDbContextFactory {factory.Name}", () => ContextFactories.Create(factory, type, Design.Arguments), hasOptions: false, absent) is { } source)
                {
                    return source;
                }
            }
            catch (MigrateBothException exception) when (factories.Count > 1)
            {
                // The other engine's factory may fail for want of its own settings; it counts only if none of them works.
                failure ??= exception;
            }
        }

        return failure is null ? null : throw failure;
    }

    private ContextSource? Try(Type type, string way, Func<DbContext> create, bool hasOptions, Action? absent)
    {
        DbContext context;
        try
        {
            context = ContextConstruction.Make(type, () => Configured(create()));
        }
        catch (Exception exception) when (ContextFailure.IsAbsence(exception))
        {
            _tried.Add($"{way}, for {type.Name}: {ContextFailure.Root(exception).Message}");
            absent?.Invoke();
            return null;
        }
        catch (Exception exception) when (ContextFailure.IsVersionQuestion(exception) && OptionsConstructor.Exists(type))
        {
            _missing = ContextFailure.IsMissingSetting(exception)
                ? $"its {way} has no connection string for MySQL: {ContextFailure.Root(exception).Message.ReplaceLineEndings(" ")}"
                : $"its {way} calls ServerVersion.AutoDetect and got no answer";
            absent?.Invoke();
            return null;
        }
        catch (Exception exception)
        {
            Providers.Explain(engine, session);
            throw ContextFailure.Of(type, way, engine, exception, session.Verbose);
        }

        // Read now: the first context is disposed as soon as it has been used up.
        var options = hasOptions ? (DbContextOptions)context.GetService<IDbContextOptions>() : null;
        return Accept(context, way, () => ContextConstruction.Make(type, () => (options is null ? null : OptionsConstructor.TryCreate(type, options)) ?? create()));
    }

    // OnConfiguring, which is the application's code as well, runs at the first question.
    private static DbContext Configured(DbContext context)
    {
        _ = context.Database.ProviderName;
        return context;
    }

    private ContextSource? FromOptions(Type type)
    {
        if (!OptionsConstructor.Exists(type))
        {
            _tried.Add($"constructor of {type.Name}: it has none that is public and takes only DbContextOptions");
            return null;
        }

        // An application host that failed had options of its own, which are not known.
        _missing ??= Design.Warnings.Count > 0 ? $"the application's host could not be built: {Said(Design.Warnings[0])}" : null;
        var options = HostOptions.Build(type, session, engine, Assemblies, _missing is null ? null : counterpart());
        DbContext Create() => ContextConstruction.Make(type, () => OptionsConstructor.TryCreate(type, options)!);
        try
        {
            return Accept(Create(), "constructor taking DbContextOptions", Create) is { } source ? source with { Missing = _missing, HasHostOptions = true } : null;
        }
        catch (Exception exception) when (exception is not MigrateBothException)
        {
            Providers.Explain(engine, session);
            throw ContextFailure.Of(type, "constructor", engine, exception, session.Verbose);
        }
    }

    // EF Core says at length that it continues without the host; what the application said comes last.
    private static string Said(string warning) =>
        warning[(warning.IndexOf("Error: ", StringComparison.Ordinal) is var at and >= 0 ? at + "Error: ".Length : 0)..].ReplaceLineEndings(" ");

    private ContextSource? Accept(DbContext context, string way, Func<DbContext> another)
    {
        var provider = context.Database.ProviderName;
        if (provider is not null && Providers.Belongs(session, engine, context))
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

        _tried.Add($"{way}, for {context.GetType().Name}: it configures the provider {provider}");
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
            _ = DirectConnectionGuard.Guarded(() => source.First.GetService<IDesignTimeModel>().Model);
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
                + $"'--provider {engine.Id()}' or DATABASE_TYPE={engine.Id()} in a design time factory or in the application's host. "
                + "If another project holds the host that makes it, name that with --startup-project.");
}
