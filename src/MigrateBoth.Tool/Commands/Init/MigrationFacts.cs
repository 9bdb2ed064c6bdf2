using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>A migration as its attributes declare it.</summary>
/// <param name="Project">The project file.</param>
/// <param name="Folder">Its folder, relative to the project, with slashes.</param>
/// <param name="Id">Its id.</param>
/// <param name="Context">The context, or null where no attribute names it.</param>
/// <param name="Engine">The engine that folder, namespace or annotations give away, or null.</param>
internal sealed record MigrationFacts(string Project, string Folder, string Id, TypeName? Context, Engine? Engine);

/// <summary>A context as an application registers it, or a design-time factory makes it.</summary>
/// <param name="Project">The project file.</param>
/// <param name="Context">The context.</param>
/// <param name="Providers">The methods by which the provider is chosen there, such as <c>UseSqlite</c>; empty where that is done elsewhere.</param>
internal sealed record ContextUse(string Project, TypeName Context, IReadOnlyList<string> Providers);
