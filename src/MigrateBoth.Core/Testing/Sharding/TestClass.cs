namespace MigrateBoth.Core.Testing.Sharding;

/// <summary>A class that holds tests.</summary>
/// <param name="Project">The name of the test project's assembly.</param>
/// <param name="Name">Its full name.</param>
public sealed record TestClass(string Project, string Name);
