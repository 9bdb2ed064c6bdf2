using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;
using MigrateBoth.Core.Testing.Sharding;
using MigrateBoth.Tool.Processes;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Testing;

/// <summary>What is to be run.</summary>
internal sealed record SuiteRequest
{
    /// <summary>The default of <see cref="TimeLimit"/>.</summary>
    public static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromMinutes(30);

    public required MigrateBothConfiguration Configuration { get; init; }

    /// <summary>How to build.</summary>
    public required BuildSettings Build { get; init; }

    /// <summary>The test projects' files; at least one.</summary>
    public required IReadOnlyList<string> Projects { get; init; }

    /// <summary>The user's filter, or null.</summary>
    public string? Filter { get; init; }

    /// <summary>The part of the suite that is run; null for all of it.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The maximum that one engine's run may take.</summary>
    public TimeSpan TimeLimit { get; init; } = DefaultTimeLimit;
}

/// <summary>Which tests of a project run.</summary>
/// <param name="Filter">The user's filter, in the runner's own language; null for all.</param>
/// <param name="Classes">Only the tests of these classes; null for all.</param>
/// <param name="Methods">Only these methods, by full name; null for all. Runners may run more: results are distinguished by name.</param>
internal sealed record TestSelection(string? Filter, IReadOnlyList<string>? Classes = null, IReadOnlyList<string>? Methods = null)
{
    /// <summary>Whether the user's filter alone decides, so that a project may be left without a test.</summary>
    public bool MayBeEmpty => Filter is not null && Classes is null && Methods is null;
}

/// <summary>Which tests of which project a command runs.</summary>
internal sealed class SuitePlan
{
    private readonly IReadOnlyList<TestProject> _projects;
    private readonly HashSet<TestClass>? _own;

    private SuitePlan(IReadOnlyList<TestProject> projects, string? filter, IReadOnlyList<TestClass> classes, IReadOnlyList<TestClass>? own)
    {
        (_projects, Classes, _own) = (projects, classes, own is null ? null : [.. own]);
        Parts = own is null
            ? [.. projects.Select(project => (project, new TestSelection(filter)))]
            : [.. from project in projects
                  let names = own.Where(one => one.Project == project.Name).Select(one => one.Name).Order(StringComparer.Ordinal).ToList()
                  where names.Count > 0
                  select (project, new TestSelection(filter, Classes: names))];
    }

    /// <summary>What to run.</summary>
    public IReadOnlyList<(TestProject Project, TestSelection Selection)> Parts { get; }

    /// <summary>All classes of the suite; empty when it is run whole.</summary>
    public IReadOnlyList<TestClass> Classes { get; }

    /// <summary>Creates the plan. A shard needs the list of all classes first.</summary>
    public static async Task<SuitePlan> MakeAsync(IReadOnlyList<TestProject> projects, SuiteRequest request, string folder, CancellationToken cancellationToken)
    {
        if (request.Shard is not { } shard)
        {
            return new SuitePlan(projects, request.Filter, [], null);
        }

        var classes = new List<TestClass>();
        foreach (var project in projects)
        {
            classes.AddRange((await ListAsync(project, request.Filter, folder, cancellationToken).ConfigureAwait(false)).Select(name => new TestClass(project.Name, name)));
        }

        List<TestClass> sorted = [.. classes.Distinct().OrderBy(one => one.Project, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal)];
        return new SuitePlan(projects, request.Filter, sorted, shard.Of(sorted));
    }

    /// <summary>Filters name classes by parts of names; what they let in beyond this shard belongs to another one.</summary>
    public EngineRun Own(EngineRun run) => _own is null ? run : run with
    {
        Results = [.. run.Results.Where(result => _own.Contains(new TestClass(result.Project, ClassOf(result.Method))))],
        Recordings = [.. run.Recordings.Select(recording => recording with
        {
            Tests = [.. recording.Tests.Where(test => (test.Name is null ? test.Class : ClassOf(test.Name)) is not { } name || _own.Contains(new TestClass(recording.Session.Assembly, name)))],
        })],
    };

    /// <summary>
    /// Compares the list of classes with the results. A class that was listed and has no result would be missing from every part, and so would one
    /// that has results and was not listed: the parts would pass although the class was not run.
    /// </summary>
    public EngineRun Checked(EngineRun run)
    {
        if (_own is null || run.Obstacles.Count > 0)
        {
            return run;
        }

        var ran = run.Results.Select(result => new TestClass(result.Project, ClassOf(result.Method))).ToHashSet();
        List<string> reasons =
        [
            .. Named("were listed and none of their tests ran", _own.Where(one => !ran.Contains(one))),
            .. Named("have tests and were not listed", ran.Except(Classes)),
        ];
        return run with { Obstacles = [.. reasons.Select(reason => new SuiteObstacle(run.Engine, reason, "Run the suite in one piece, without --shard."))] };
    }

    private static IEnumerable<string> Named(string what, IEnumerable<TestClass> classes)
    {
        var names = classes.Select(one => one.Name).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? [] : [$"Classes {what}: {string.Join(", ", names.Take(5))}{(names.Count > 5 ? $" and {names.Count - 5} more" : string.Empty)}."];
    }

    /// <summary>The same projects with these tests only.</summary>
    public IReadOnlyList<(TestProject Project, TestSelection Selection)> Only(IReadOnlyList<TestResult> tests) =>
    [
        .. from project in _projects
           let methods = tests.Where(test => test.Project == project.Name).Select(test => test.Method).Distinct(StringComparer.Ordinal).ToList()
           where methods.Count > 0
           select (project, new TestSelection(null, Methods: methods)),
    ];

    private static async Task<IReadOnlyList<string>> ListAsync(TestProject project, string? filter, string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, $"{project.Name}.tests.txt");
        var run = await DotnetCommand.RunAsync(project.Runner.ListArguments(project.AssemblyPath, filter, file), project.Directory, cancellationToken).ConfigureAwait(false);
        var classes = project.Runner.ReadClasses(run.Out, file);
        return classes.Count > 0
            ? classes
            : throw new MigrateBothException(
                ExitCode.Incomplete,
                "tests-not-listed",
                $"The tests of {project.Name} could not be listed, so the suite cannot be divided: {run.Error.Trim()} {run.Out.Trim()}".Trim(),
                "Run the suite in one piece, without --shard.");
    }

    private static string ClassOf(string method)
    {
        var dot = method.LastIndexOf('.');
        return dot < 0 ? method : method[..dot];
    }
}
