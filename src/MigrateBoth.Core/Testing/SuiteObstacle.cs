namespace MigrateBoth.Core.Testing;

/// <summary>Why a part of the suite has no result that can be relied on: no tests, a host that crashed or hung, a server that was lost. Never a pass.</summary>
/// <param name="Engine">The engine it happened on, or null for both.</param>
/// <param name="Reason">What happened, as a sentence that says where. No secrets.</param>
/// <param name="Hint">What to do about it, or null.</param>
public sealed record SuiteObstacle(Engine? Engine, string Reason, string? Hint);
