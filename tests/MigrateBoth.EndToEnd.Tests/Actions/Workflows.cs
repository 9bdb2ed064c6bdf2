using MigrateBoth.EndToEnd.Tests.Actions.Runner;
using MigrateBoth.EndToEnd.Tests.Infrastructure;
using YamlDotNet.RepresentationModel;

namespace MigrateBoth.EndToEnd.Tests.Actions;

/// <summary>The workflows of docs/workflows, and a checkout for them.</summary>
internal static class Workflows
{
    private static readonly string[] OfOthers = ["gitlab-ci.yml", "azure-pipelines.yml"];

    public static string Folder => Path.Combine(Repository.Root, "docs", "workflows");

    /// <summary>Those of GitHub.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.yml").Select(file => Path.GetFileName(file)).Except(OfOthers).Order(StringComparer.Ordinal)];

    public static YamlMappingNode Read(string name) => YamlFile.Read("docs", "workflows", name);

    /// <summary>A copy of a sample whose tool manifest names the packed tool.</summary>
    public static Sandbox Checkout(InstalledTool tool, params string[] sample)
    {
        var sandbox = Sandbox.OfSample(tool, Path.Combine(sample));
        Directory.CreateDirectory(sandbox.PathOf(".config"));
        File.WriteAllText(
            sandbox.PathOf(".config", "dotnet-tools.json"),
            $$"""{ "version": 1, "isRoot": true, "tools": { "dotnet-migrate-both": { "version": "{{Repository.PackageVersion}}", "commands": ["dotnet-migrate-both"] } } }""");
        return sandbox;
    }
}
