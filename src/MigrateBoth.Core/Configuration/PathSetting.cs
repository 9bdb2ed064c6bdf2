namespace MigrateBoth.Core.Configuration;

/// <summary>A path and where it was said, so that an error about it can name the place to correct.</summary>
/// <param name="FullPath">The absolute path.</param>
/// <param name="Origin">Such as <c>--project</c>, <c>MIGRATEBOTH_PROJECT</c> or <c>"project" in /shop/migrateboth.json, line 3</c>.</param>
public sealed record PathSetting(string FullPath, string Origin);
