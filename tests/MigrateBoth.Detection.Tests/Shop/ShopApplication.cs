using System.Reflection;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Rules;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Detection.Tests.Shop;

/// <summary>The sound sample, built with these tests and run by the real design host under its own configuration file.</summary>
internal static class ShopApplication
{
    public static async Task<IDesignHost> StartAsync(CancellationToken cancellationToken)
    {
        var configuration = ConfigurationLoader.Load(new ConfigurationSources
        {
            WorkingDirectory = Metadata("ShopDirectory"),
            KnownRules = [.. RuleSet.ById.Keys],
        });
        using var progress = new PlainProgress(TextWriter.Null, verbose: false, quiet: true);
        var build = new BuildSettings(NoBuild: true, Metadata("ShopConfiguration"), Framework: null);
        var project = await new ProjectBuilder(progress).BuildAsync(configuration, build, cancellationToken);
        return await new DesignHostLauncher().StartAsync(project, configuration, [], cancellationToken);
    }

    private static string Metadata(string key) => typeof(ShopApplication).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
