using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Providers;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>
/// Refuses MySQL providers that are known not to work before anything of them runs: what EF Core says of them is a missing method somewhere
/// inside the provider. No provider at all, and one that is not known by name, is for the host to judge.
/// </summary>
internal static class MySqlProviderCheck
{
    /// <exception cref="MigrateBothException">The only providers are ones that are not supported, or made for another EF Core.</exception>
    public static void EnsureUsable(string projectFile, Version efCore, IReadOnlyDictionary<string, string> libraries)
    {
        var name = Path.GetFileName(projectFile);
        var fitting = MySqlProviders.For(efCore.Major);
        var known = libraries.Where(library => MySqlProviders.Named(library.Key) is not null).ToList();
        if (known.Exists(library => MySqlProviders.Named(library.Key)!.Serves(library.Value, efCore.Major)))
        {
            return;
        }

        if (known is [var (package, version), ..])
        {
            var madeFor = version.Split('.')[0];
            throw new MigrateBothException(
                ExitCode.Configuration,
                "provider-version-mismatch",
                $"{name} uses EF Core {efCore} with {package} {version}, which is made for EF Core {madeFor}.",
                $"A provider has to be made for the EF Core that it runs on. {(int.Parse(madeFor) < efCore.Major ? $"Stay with EF Core {madeFor}" : $"Update EF Core to {madeFor}")}, "
                    + $"or take {fitting.Title}: {fitting.AddCommand(projectFile, efCore.Major)}, and {fitting.UseCall}.");
        }

        if (MySqlProviders.Refused.FirstOrDefault(refused => libraries.ContainsKey(refused.Key)) is { Key: { } other, Value: var lack })
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "provider-not-supported",
                $"{name} reaches MySQL with {other} {libraries[other]}: {lack}.",
                $"Use {fitting.Title}: {fitting.AddCommand(projectFile, efCore.Major)}, and {fitting.UseCall}.");
        }
    }
}
