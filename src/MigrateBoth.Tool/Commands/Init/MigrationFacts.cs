using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>A migration as its attributes declare it.</summary>
/// <param name="Project">The project file.</param>
/// <param name="Folder">Its folder, relative to the project, with slashes.</param>
/// <param name="Id">Its id.</param>
/// <param name="Context">The context's short name, or null where no attribute names it.</param>
/// <param name="Engine">The engine that folder, namespace or annotations give away, or null.</param>
internal sealed record MigrationFacts(string Project, string Folder, string Id, string? Context, Engine? Engine)
{
    /// <summary>The namespaces in which its file looks for the context's name.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whether a class of this namespace can be meant by the short name.</summary>
    public bool Sees(string space) => Scopes.Contains(space, StringComparer.Ordinal);
}
