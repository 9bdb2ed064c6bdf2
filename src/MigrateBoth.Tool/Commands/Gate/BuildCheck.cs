using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Sealing;
using MigrateBoth.Tool.Sealing.Inputs;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>
/// Was it built as it would be built here? What MSBuild read beside the checkout has to be the same; packages and assemblies have to be where they are
/// there at all, since a gate needs no build.
/// </summary>
/// <param name="start">The folder that paths start from.</param>
/// <param name="sdk">The version of the SDK that would build here; null where no report has one to compare with.</param>
/// <param name="allowNoBuild">Whether reports count whose build is not known to be of these sources.</param>
internal sealed class BuildCheck(string start, string? sdk, bool allowNoBuild)
{
    private const string Again = "Run the check on this commit and with this SDK.";

    public IEnumerable<Refusal> Refusals(SealedReport report, string name)
    {
        if (report.NotBuilt is { } reason && !allowNoBuild)
        {
            yield return new Refusal(
                "not-built", name, $"it is not certain that what was checked was built from these sources: {reason}.",
                "Check without --no-build, after 'dotnet clean' where the build did not notice a change; or, where the build is a step of the same job, gate with --allow-no-build.");
        }

        if (report.Build is not { } build)
        {
            yield break;
        }

        if (build.Sdk != sdk)
        {
            yield return new Refusal("stale-build", name, $"it was made with version {build.Sdk} of the .NET SDK, and here it is {sdk}.", $"{Again} A global.json fixes the version.");
        }

        List<FileChange> changes = [.. Changes(build.Elsewhere, path => FileDigest.Of(FileDigest.Read(path)), isNeeded: true), .. Changes(build.Packages, BuildInspector.PackagesIn, isNeeded: false)];
        if (changes.Count > 0)
        {
            yield return new Refusal("stale-build", name, "files that the build reads from outside the checkout or from ignored folders have changed since the check.", Again) { Files = changes };
        }

        if (Changes(build.Assemblies, BuildInspector.DigestOf, isNeeded: false) is { Count: > 0 } assemblies)
        {
            yield return new Refusal("stale-assemblies", name, "the existing assemblies are not those that were checked.", Again) { Files = assemblies };
        }
    }

    private List<FileChange> Changes(IReadOnlyDictionary<string, string> then, Func<string, string> digest, bool isNeeded)
    {
        var now = then.Where(file => File.Exists(Path.GetFullPath(file.Key, start))).ToDictionary(file => file.Key, file => digest(Path.GetFullPath(file.Key, start)), StringComparer.Ordinal);
        return [.. FileChange.Between(isNeeded ? then : then.Where(file => now.ContainsKey(file.Key)).ToDictionary(StringComparer.Ordinal), now)];
    }
}

/// <summary>Checks that the check ran on the server that the current configuration and its own command line require.</summary>
internal sealed class ServerCheck(IReadOnlyList<ServerRequirement> required)
{
    /// <summary>What the configuration and the variables of the gate name.</summary>
    public static ServerCheck Of(MigrateBothConfiguration configuration, ToolConsole console) =>
        new(new MySqlOptions(null, null, null).RequestFor(console, configuration).Requirements);

    /// <summary>Why a report's server is not the required one, or null.</summary>
    public string? Reason(SealedReport report)
    {
        IReadOnlyList<ServerRequirement> all = [.. required, .. report.Server?.Required ?? []];
        if (report.Server is not { } server)
        {
            return all.Count == 0 ? null : "it does not say which server it ran on";
        }

        return ServerRequirement.Refusal(all, new ServerIdentity(server.Vendor, server.Version), server.Image);
    }

    /// <summary>The refusal of a stage that passed on other servers only.</summary>
    public Refusal RefusalOf(string stage, string name, SealedReport report) => new Refusal(
        "other-server",
        name,
        $"the stage '{stage}' passed on another server than is required: {Reason(report)}.",
        "Run the check on the server that mysql.image and mysql.version name, or correct these settings.");
}

/// <summary>A reason why the gate refuses a release.</summary>
/// <param name="Code">A stable identifier in kebab-case; docs/gate.md lists them.</param>
/// <param name="Report">The report it is about, as it was named; null when it is about all of them.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do next.</param>
internal sealed record Refusal(string Code, string? Report, string Message, string Advice)
{
    /// <summary>The files that differ, where that is why.</summary>
    public IReadOnlyList<FileChange> Files { get; init; } = [];

    /// <summary>Whether something could not be checked, rather than was found to be wrong.</summary>
    public bool IsUnchecked { get; init; }
}
