namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Where one engine's migrations are or will be.</summary>
/// <param name="Project">Their project, or null when it is the context's.</param>
/// <param name="Context">The engine's own context, or null when both share one.</param>
/// <param name="Folder">Their folder, relative to their project.</param>
/// <param name="Migrations">Ids of those that are there, in order.</param>
internal sealed record FoundSide(ProjectFacts? Project, ClassFacts? Context, string Folder, IReadOnlyList<string> Migrations);
