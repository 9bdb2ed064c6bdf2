using System.Reflection;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>An application of the Fixtures folder, built with the tests.</summary>
internal sealed record FixtureApplication(string Name, string TargetFramework = "net8.0")
{
    public static string Root { get; } = Metadata("FixturesDirectory");

    public static string BuildConfiguration { get; } = Metadata("FixturesConfiguration");

    /// <summary>The folder it is in, when it is a copy.</summary>
    public string In { get; init; } = Root;

    public string Directory => Path.Combine(In, Name);

    public ProjectOutput Output => new(
        Path.Combine(Directory, Name + ".csproj"),
        Path.Combine(Directory, "bin", BuildConfiguration, TargetFramework, Name + ".dll"),
        Name,
        Name,
        TargetFramework,
        "enable",
        "C#");

    /// <summary>Projects of this name with a suffix per engine hold the migrations; without them, the application itself does.</summary>
    public BuiltProject Built => new()
    {
        Project = Output,
        Startup = Output,
        SqliteMigrations = MigrationsOf("Sqlite"),
        MySqlMigrations = MigrationsOf("MySql"),
    };

    public MigrateBothConfiguration Configuration => new() { BaseDirectory = Directory };

    /// <summary>The configuration under which the model has one property more than its snapshots.</summary>
    public MigrateBothConfiguration Changed => With("MODEL_EXTRA", "1");

    /// <summary>The configuration that makes the application misbehave for both engines.</summary>
    public MigrateBothConfiguration Misbehaving(string wish) => With("MISBEHAVE", wish);

    /// <summary>A configuration that sets an environment variable for both engines.</summary>
    public MigrateBothConfiguration With(string variable, string value)
    {
        var settings = new EngineSettings { Environment = new Dictionary<string, string> { [variable] = value } };
        return Configuration with { Sqlite = settings, MySql = settings };
    }

    public Task<IDesignHost> StartAsync(
        MigrateBothConfiguration? configuration = null, DesignHostOptions? options = null, params string[] arguments) =>
        new DesignHostLauncher(options ?? new DesignHostOptions()).StartAsync(
            Built, configuration ?? Configuration, arguments, CancellationToken.None);

    private ProjectOutput MigrationsOf(string engine)
    {
        var sibling = this with { Name = $"{Name}.{engine}" };
        return System.IO.Directory.Exists(sibling.Directory) ? sibling.Output : Output;
    }

    private static string Metadata(string key) => typeof(FixtureApplication).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
