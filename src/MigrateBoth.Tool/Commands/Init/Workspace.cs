namespace MigrateBoth.Tool.Commands.Init;

/// <summary>All projects that were found, with the questions that are about several of them.</summary>
internal sealed class Workspace(IReadOnlyList<ProjectFacts> projects)
{
    private static readonly StringComparer Paths = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private readonly Dictionary<string, ProjectFacts> _byFile = projects.ToDictionary(project => project.File, Paths);

    /// <summary>The projects, sorted by file.</summary>
    public IReadOnlyList<ProjectFacts> Projects { get; } = projects;

    /// <summary>Projects that are no tests.</summary>
    public IEnumerable<ProjectFacts> Applications => Projects.Where(project => !project.IsTest);

    /// <summary>A project by its file.</summary>
    public ProjectFacts this[string file] => _byFile[file];

    /// <summary>Contexts that can be made: neither abstract nor a test's own.</summary>
    public IReadOnlyList<ClassFacts> Contexts => [.. Applications.SelectMany(project => project.Classes).Where(type => !type.IsAbstract && IsContext(type)).DistinctBy(type => type.FullName)];

    /// <summary>Design-time factories.</summary>
    public IReadOnlyList<ClassFacts> Factories =>
        [.. Applications.SelectMany(project => project.Classes).Where(type => type.Bases.Any(name => name.StartsWith("IDesignTimeDbContextFactory<", StringComparison.Ordinal)))];

    /// <summary>Whether a class of its own takes the place of EF Core's search for migrations.</summary>
    public bool HasOwnMigrationsAssembly =>
        Applications.SelectMany(project => project.Classes).Any(type => type.Bases.Any(name => name is "MigrationsAssembly" or "IMigrationsAssembly"));

    /// <summary>Whether one project refers to another, directly or not, or is it.</summary>
    public bool Reaches(ProjectFacts from, ProjectFacts to) => Reached(from).Contains(to.File, Paths);

    /// <summary>The version of the first package that a project or what it refers to names; null when none does.</summary>
    public (string Name, string? Version)? Package(ProjectFacts project, Func<string, bool> isWanted) =>
        Reached(project).Where(_byFile.ContainsKey).SelectMany(file => _byFile[file].Packages).Where(package => isWanted(package.Key))
            .OrderByDescending(package => package.Value is not null).Select(package => ((string, string?)?)(package.Key, package.Value)).FirstOrDefault();

    /// <summary>The base class of a class when its source was read, preferring the one in the same namespace.</summary>
    public ClassFacts? BaseOf(ClassFacts type) =>
        type.Bases.Count == 0 ? null : Projects.SelectMany(project => project.Classes)
            .Where(candidate => candidate != type && candidate.Name == type.Bases[0].Split('<')[0])
            .OrderByDescending(candidate => candidate.Namespace == type.Namespace).FirstOrDefault();

    private bool IsContext(ClassFacts type)
    {
        var seen = new HashSet<ClassFacts>();
        for (ClassFacts? current = type; current is not null && seen.Add(current); current = BaseOf(current))
        {
            // IdentityDbContext<User> and the like come from packages, whose sources are not here.
            if (current.Bases.Count > 0 && current.Bases[0].Split('<')[0].EndsWith("DbContext", StringComparison.Ordinal) && BaseOf(current) is null)
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<string> Reached(ProjectFacts project)
    {
        var reached = new HashSet<string>(Paths);
        var waiting = new Queue<string>([project.File]);
        while (waiting.TryDequeue(out var file))
        {
            if (reached.Add(file) && _byFile.TryGetValue(file, out var facts))
            {
                facts.References.ToList().ForEach(waiting.Enqueue);
            }
        }

        return reached;
    }
}
