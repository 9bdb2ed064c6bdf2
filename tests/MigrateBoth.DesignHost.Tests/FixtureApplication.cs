using System.Reflection;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>An application of the Fixtures folder, built with the tests.</summary>
internal sealed record FixtureApplication(string Name, string TargetFramework = "net8.0")
{
    public static string Root { get; } = Metadata("FixturesDirectory");

    public string Directory => Path.Combine(Root, Name);

    public ProjectOutput Output => new(
        Path.Combine(Directory, Name + ".csproj"),
        Path.Combine(Directory, "bin", Metadata("FixturesConfiguration"), TargetFramework, Name + ".dll"),
        Name,
        Name,
        TargetFramework,
        "enable",
        "C#");

    public BuiltProject Built => new() { Project = Output, Startup = Output, SqliteMigrations = Output, MySqlMigrations = Output };

    public MigrateBothConfiguration Configuration => new() { BaseDirectory = Directory };

    /// <summary>The configuration that makes the application misbehave for both engines.</summary>
    public MigrateBothConfiguration Misbehaving(string wish)
    {
        var settings = new EngineSettings { Environment = new Dictionary<string, string> { ["MISBEHAVE"] = wish } };
        return Configuration with { Sqlite = settings, MySql = settings };
    }

    public Task<IDesignHost> StartAsync(
        MigrateBothConfiguration? configuration = null, DesignHostOptions? options = null, params string[] arguments) =>
        new DesignHostLauncher(options ?? new DesignHostOptions()).StartAsync(
            Built, configuration ?? Configuration, arguments, CancellationToken.None);

    private static string Metadata(string key) => typeof(FixtureApplication).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
