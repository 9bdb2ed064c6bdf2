namespace MigrateBoth.Detection.Tests.Planting;

/// <summary>A statement in the engine's own dialect.</summary>
public sealed record Statement(string Sql) : Step;
