using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Rules;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Detection.Tests.Shop;

/// <summary>An application that was built with these tests, run by the real design host under its own configuration.</summary>
/// <param name="Folder">Where it is in the repository.</param>
internal sealed record RealApplication(string Folder)
{
    /// <summary>The sound sample.</summary>
    public static RealApplication Shop { get; } = new("tests/samples/Shop");

    /// <summary>A model that asks for whatever the engines do differently.</summary>
    public static RealApplication Divergent { get; } = new("tests/MigrateBoth.Detection.Tests/Fixtures/Divergent");

    public async Task<IDesignHost> StartAsync(CancellationToken cancellationToken)
    {
        var configuration = ConfigurationLoader.Load(new ConfigurationSources
        {
            WorkingDirectory = Path.Combine(Repository.Directory, Folder),
            KnownRules = [.. RuleSet.ById.Keys],
        });
        using var progress = new PlainProgress(TextWriter.Null, verbose: false, quiet: true);
        var build = new BuildSettings(NoBuild: true, Configuration: "Debug", Framework: null);
        var project = await new ProjectBuilder(progress).BuildAsync(configuration, build, cancellationToken);
        return await new DesignHostLauncher().StartAsync(project, configuration, [], cancellationToken);
    }
}
