namespace MigrateBoth.Tool.Projects;

/// <summary>How to build.</summary>
/// <param name="NoBuild">Use what is there (<c>--no-build</c>).</param>
/// <param name="Configuration">MSBuild's configuration (<c>--configuration</c>), or null.</param>
/// <param name="Framework">The target framework of a multi-targeted project (<c>--framework</c>), or null.</param>
internal sealed record BuildSettings(bool NoBuild, string? Configuration, string? Framework);
