using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>Asks MSBuild what it built from. Nothing is built by it.</summary>
internal interface IBuildInspector
{
    /// <summary>Looks at projects that are built, and at all that they refer to.</summary>
    /// <param name="projects">The project files, absolute; the first one's output is what was run.</param>
    /// <param name="settings">How they were built.</param>
    /// <param name="configuration">The merged configuration.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<InspectedBuild> InspectAsync(IReadOnlyList<string> projects, BuildSettings settings, MigrateBothConfiguration configuration, CancellationToken cancellationToken);

    /// <summary>The version of the SDK that would build here.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">2: there is none.</exception>
    Task<string> SdkVersionAsync(string folder, CancellationToken cancellationToken);
}

/// <summary>What MSBuild says of a build.</summary>
/// <param name="Facts">What it was made with; null where MSBuild could not be asked.</param>
/// <param name="NotBuilt">Why it is not certain that it was made from exactly these sources; null where it is.</param>
internal sealed record InspectedBuild(BuildFacts? Facts, string? NotBuilt);
