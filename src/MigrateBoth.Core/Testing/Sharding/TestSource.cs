namespace MigrateBoth.Core.Testing.Sharding;

/// <summary>What a test assembly was built from.</summary>
/// <param name="Project">The assembly's name.</param>
/// <param name="Commit">The commit, as the SDK writes it behind the + of the informational version.</param>
public sealed record TestSource(string Project, string Commit);
