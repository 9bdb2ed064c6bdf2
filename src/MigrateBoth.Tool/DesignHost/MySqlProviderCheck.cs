using System.Globalization;

using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>
/// Refuses MySQL providers that cannot work before anything of them runs: what EF Core says of them is a missing method somewhere
/// inside of the provider. No provider at all is for the host to say, which knows whether one is needed.
/// </summary>
internal static class MySqlProviderCheck
{
    private const string Pomelo = "Pomelo.EntityFrameworkCore.MySql";

    // A fork of Pomelo's with the same classes under another package name.
    private const string Fork = "Microting.EntityFrameworkCore.MySql";

    private static readonly string[] Supported = [Pomelo, Fork];

    private static readonly Dictionary<string, string> Unsupported = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MySql.EntityFrameworkCore"] = "Oracle's provider",
        ["MySql.Data.EntityFrameworkCore"] = "Oracle's old provider",
        ["Devart.Data.MySql.EFCore"] = "Devart's provider",
    };

    /// <exception cref="MigrateBothException">The only provider is one that is not supported, or it is made for another EF Core.</exception>
    public static void EnsureUsable(string projectFile, Version efCore, IReadOnlyDictionary<string, string> libraries)
    {
        if (Supported.FirstOrDefault(libraries.ContainsKey) is { } provider)
        {
            EnsureMadeFor(projectFile, efCore, provider, libraries[provider]);
        }
        else if (Unsupported.Keys.FirstOrDefault(libraries.ContainsKey) is { } other)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "provider-not-supported",
                $"{Path.GetFileName(projectFile)} reaches MySQL with {other} {libraries[other]} ({Unsupported[other]}), which this tool does not know: "
                    + "it maps types and writes migrations in ways of its own.",
                $"Use Pomelo's provider: dotnet add \"{projectFile}\" package {Pomelo}, and UseMySql(connection, ServerVersion.Parse(\"8.4.0-mysql\")) in place of UseMySQL(connection).");
        }
    }

    // Providers derive from EF Core's inner classes, which change with every major version.
    private static void EnsureMadeFor(string projectFile, Version efCore, string provider, string version)
    {
        if (int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major != efCore.Major)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "provider-version-mismatch",
                $"{Path.GetFileName(projectFile)} uses EF Core {efCore} with {provider} {version}, which is made for EF Core {major}.",
                $"A provider's major version has to be EF Core's. {(major < efCore.Major ? $"Stay with EF Core {major}" : $"Update EF Core to {major}")}, "
                    + $"or take a provider with a release for EF Core {efCore.Major}{(provider == Pomelo && major < efCore.Major ? $": if Pomelo has none yet, its fork {Fork} may" : string.Empty)}.");
        }
    }
}
