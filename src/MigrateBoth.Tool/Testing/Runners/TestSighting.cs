using MigrateBoth.Core.Testing;

namespace MigrateBoth.Tool.Testing.Runners;

/// <summary>What a runner's output says of a test while it runs.</summary>
/// <param name="Name">As the framework shows it.</param>
/// <param name="Outcome">How it ended; null when it begins.</param>
internal sealed record TestSighting(string Name, TestOutcome? Outcome);
