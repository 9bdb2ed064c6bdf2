using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>All projects that were found, with the questions that are about several of them.</summary>
internal sealed class Workspace(IReadOnlyList<ProjectFacts> projects)
{
    private static readonly StringComparer Paths = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private readonly Dictionary<string, ProjectFacts> _byFile = projects.ToDictionary(project => project.File, Paths);
    private readonly Dictionary<string, HashSet<string>> _reached = new(Paths);
    private readonly ILookup<string, ClassFacts> _byName = projects.SelectMany(project => project.Classes).ToLookup(type => type.Name, StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, string>> _choosing = new(() => projects.SelectMany(project => project.Sources).SelectMany(ProviderCalls.Methods).ToLookup(method => method.Name, method => method.Provider, StringComparer.Ordinal));
    private readonly Dictionary<ClassFacts, Engine?> _engines = [];
    private IReadOnlyList<ClassFacts>? _contexts;

    /// <summary>The projects, sorted by file.</summary>
    public IReadOnlyList<ProjectFacts> Projects { get; } = projects;

    /// <summary>The same with contexts that no source declares.</summary>
    public Workspace With(IEnumerable<ClassFacts> contexts)
    {
        var added = contexts.ToLookup(context => context.Project, Paths);
        return new Workspace([.. Projects.Select(project => project with { Classes = [.. project.Classes, .. added[project.File]] })]);
    }

    /// <summary>Projects that are no tests.</summary>
    public IEnumerable<ProjectFacts> Applications => Projects.Where(project => !project.IsTest);

    /// <summary>A project by its file.</summary>
    public ProjectFacts this[string file] => _byFile[file];

    /// <summary>Contexts that can be made: neither abstract nor generic nor a test's own.</summary>
    public IReadOnlyList<ClassFacts> Contexts =>
        _contexts ??= [.. Applications.SelectMany(project => project.Classes).Where(type => !type.IsAbstract && !type.Type.Contains('`', StringComparison.Ordinal) && IsContext(type)).DistinctBy(type => type.FullName)];

    /// <summary>All design-time factories in the solution.</summary>
    public IReadOnlyList<ClassFacts> Factories =>
        [.. Applications.SelectMany(project => project.Classes).Where(type => type.Bases.Any(name => name is { Name: "IDesignTimeDbContextFactory", Arguments.Count: 1 }))];

    /// <summary>Whether a class of its own takes the place of EF Core's search for migrations.</summary>
    public bool HasOwnMigrationsAssembly =>
        Applications.SelectMany(project => project.Classes).Any(type => type.Bases.Any(name => name is { Name: "MigrationsAssembly" or "IMigrationsAssembly", Arguments.Count: 0 }));

    /// <summary>Whether one project refers to another, directly or not, or is it.</summary>
    public bool Reaches(ProjectFacts from, ProjectFacts to) => Reached(from).Contains(to.File);

    /// <summary>The version of the first package that a project or what it refers to names; null when none does.</summary>
    public (string Name, string? Version)? Package(ProjectFacts project, Func<string, bool> isWanted) =>
        Reached(project).Where(_byFile.ContainsKey).SelectMany(file => _byFile[file].Packages).Where(package => isWanted(package.Key))
            .OrderByDescending(package => package.Value is not null).Select(package => ((string, string?)?)(package.Key, package.Value)).FirstOrDefault();

    /// <summary>The base class of a class when its source was read.</summary>
    public ClassFacts? BaseOf(ClassFacts type) =>
        type.Bases.Select(name => Resolve(name, type.Project)).FirstOrDefault(found => found is not null && found != type);

    /// <summary>The class that a name in a project's source means; null when its source was not read.</summary>
    public ClassFacts? Resolve(TypeName name, string project)
    {
        var seen = name with { Scopes = [.. name.Scopes, .. _byFile[project].GlobalUsings] };
        return seen.Among(_byName[name.Name].Where(type => Reached(_byFile[project]).Contains(type.Project)).DefaultIfEmpty().OfType<ClassFacts>(), project) ?? seen.Among(_byName[name.Name], project);
    }

    /// <summary>Whether a migration is of a context. Without an attribute that says so it may be of any.</summary>
    public bool IsOf(MigrationFacts migration, ClassFacts context) => migration.Context is null || Resolve(migration.Context, migration.Project) == context;

    /// <summary>The calls by which code chooses a context's provider: its own, those of the classes it derives from, and where it is registered or made.</summary>
    public IReadOnlyList<string> ProvidersOf(ClassFacts context)
    {
        var calls = Applications.SelectMany(project => project.Uses).Where(use => Resolve(use.Context, use.Project) == context)
            .SelectMany(use => use.Providers.Count > 0 ? use.Providers : use.Calls.SelectMany(name => _choosing.Value[name])).ToList();
        for (ClassFacts? current = context; current is not null; current = BaseOf(current))
        {
            if (current.Providers.Count > 0)
            {
                // An override replaces what its base does.
                calls.AddRange(current.Providers);
                break;
            }
        }

        return [.. calls.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The one engine that a context is for; null when it is for both, or nothing says so.</summary>
    public Engine? EngineOf(ClassFacts context)
    {
        if (!_engines.TryGetValue(context, out var engine))
        {
            engine = EngineWords.OfName(context.Name) ?? EngineWords.OfName(context.FullName) ?? (ProvidersOf(context) is { Count: > 0 } calls ? ProviderCalls.Only(calls) : OfMigrations(context));
            _engines.Add(context, engine);
        }

        return engine;
    }

    /// <summary>Whether a context is for another engine than the two.</summary>
    public bool IsForeign(ClassFacts context) =>
        EngineWords.IsForeign(context.Name) || (EngineOf(context) is null && (EngineWords.IsForeign(context.FullName) || ProviderCalls.AreForeign(ProvidersOf(context))));

    /// <summary>The engine that all migrations of a context are for. They say it where the code that chooses a provider is in another language, or nowhere.</summary>
    private Engine? OfMigrations(ClassFacts context) =>
        Applications.SelectMany(project => project.Migrations).Where(migration => migration.Context is not null && IsOf(migration, context)).Select(migration => migration.Engine).Distinct().ToList() is [{ } only] ? only : null;

    private bool IsContext(ClassFacts type)
    {
        var seen = new HashSet<ClassFacts>();
        for (ClassFacts? current = type; current is not null && seen.Add(current); current = BaseOf(current))
        {
            // IdentityDbContext<User> and the like come from packages, whose sources are not here.
            if (BaseOf(current) is null && current.Bases.Any(name => name.Name.EndsWith("DbContext", StringComparison.Ordinal) && !(name.Name is ['I', var second, ..] && char.IsUpper(second))))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<string> Reached(ProjectFacts project)
    {
        if (_reached.TryGetValue(project.File, out var known))
        {
            return known;
        }

        var reached = new HashSet<string>(Paths);
        var waiting = new Queue<string>([project.File]);
        while (waiting.TryDequeue(out var file))
        {
            if (reached.Add(file) && _byFile.TryGetValue(file, out var facts))
            {
                facts.References.ToList().ForEach(waiting.Enqueue);
            }
        }

        _reached[project.File] = reached;
        return reached;
    }
}
