namespace MigrateBoth.Core.Testing;

/// <summary>What tells a test from all others of the suite.</summary>
/// <param name="Project">The name of the test project's assembly.</param>
/// <param name="Name">As in <see cref="TestResult.Name"/>.</param>
public readonly record struct TestId(string Project, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
