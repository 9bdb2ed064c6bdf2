namespace MigrateBoth.Core.Testing;

/// <summary>That a test is meant for one engine.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Reason">The author's reason.</param>
public sealed record DeclaredEngine(Engine Engine, string? Reason);
