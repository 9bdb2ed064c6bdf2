namespace MigrateBoth.Core.Reports.Provenance;

/// <summary>What a build was made with beside the files of the checkout, as MSBuild says it. Paths are relative to the configuration's folder.</summary>
/// <param name="Sdk">The version of the .NET SDK.</param>
/// <param name="Elsewhere">Files that MSBuild read from outside of the checkout, or that git ignores: digests by path.</param>
/// <param name="Packages">The resolved packages with their versions and contents: a digest by the file that NuGet lists them in.</param>
/// <param name="Assemblies">The assemblies that were checked: digests by path.</param>
public sealed record BuildFacts(
    string Sdk, IReadOnlyDictionary<string, string> Elsewhere, IReadOnlyDictionary<string, string> Packages, IReadOnlyDictionary<string, string> Assemblies);
