using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Tests.CommandLine;

namespace MigrateBoth.Tool.Tests.Commands.Fakes;

/// <summary>
/// A project on disk whose build and EF Core are made up, so that a whole command line can be run in milliseconds. Files are
/// real: what a command writes is read back from here.
/// </summary>
internal sealed class FakeProject : IDisposable
{
    public FakeProject(params string[] migrations)
    {
        File.WriteAllText(Path.Combine(Directory, "Shop.csproj"), "<Project/>");
        Host = new FakeDesignHost(Directory, migrations);
    }

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("migrateboth-commands-").FullName;

    public FakeDesignHost Host { get; }

    public FakeClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));

    public Dictionary<Engine, FakeLockInspector> Locks { get; } = EngineNames.All.ToDictionary(engine => engine, engine => new FakeLockInspector(engine));

    public EnginePair<EngineModel> Models => Host.Models;

    /// <summary>Why a host cannot be started for a configuration; null where it can.</summary>
    public Func<MigrateBothConfiguration, MigrateBothException?> StartFailure { get; set; } = _ => null;

    /// <summary>What the last host was started for.</summary>
    public MigrateBothConfiguration? Started { get; private set; }

    /// <summary>What else a test replaces.</summary>
    public Func<ToolServices, ToolServices> Replaced { get; init; } = services => services;

    public Task<ToolRun> RunAsync(params string[] args) => ToolRun.With(Replaced(Services), Directory, environment: null, interruption: null, args);

    private ToolServices Services => new()
    {
        ToolRestore = (_, _) => Task.FromResult<string?>(null),
        ProjectBuilder = _ => new FakeBuilder(Directory),
        DesignHost = _ => new FakeLauncher(Start),
        LockInspector = engine => Locks[engine],
        Clock = Clock,
    };

    /// <summary>All files below the project, relative, sorted.</summary>
    public IReadOnlyList<string> Files() =>
        [.. System.IO.Directory.EnumerateFiles(Directory, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(path => Path.GetRelativePath(Directory, path)).Order(StringComparer.Ordinal)];

    public string Read(params string[] path) => File.ReadAllText(Path.Combine([Directory, .. path]));

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private sealed class FakeBuilder(string directory) : IProjectBuilder
    {
        public Task<BuiltProject> BuildAsync(MigrateBothConfiguration configuration, BuildSettings settings, CancellationToken cancellationToken)
        {
            // This test assembly represents the built one: its classes are the ones a name may collide with.
            var output = new ProjectOutput(
                Path.Combine(directory, "Shop.csproj"), typeof(FakeProject).Assembly.Location, "Shop", "Shop", "net10.0", "enable", "C#");
            return Task.FromResult(new BuiltProject { Project = output, Startup = output, SqliteMigrations = output, MySqlMigrations = output });
        }
    }

    private Task<IDesignHost> Start(MigrateBothConfiguration configuration)
    {
        Started = configuration;
        return StartFailure(configuration) is { } why ? Task.FromException<IDesignHost>(why) : Task.FromResult<IDesignHost>(Host);
    }

    private sealed class FakeLauncher(Func<MigrateBothConfiguration, Task<IDesignHost>> start) : IDesignHostLauncher
    {
        public Task<IDesignHost> StartAsync(
            BuiltProject project, MigrateBothConfiguration configuration, IReadOnlyList<string> applicationArguments, CancellationToken cancellationToken) =>
            start(configuration);
    }
}
