namespace MigrateBoth.Testing.TestNames;

/// <summary>What is known of the test that is running.</summary>
/// <param name="Method">The method; null while only the class is known (constructors, set-up methods).</param>
/// <param name="Class">The class.</param>
/// <param name="DisplayName">What the framework calls it; null where it does not tell.</param>
/// <param name="Arguments">Its arguments as text; null where the framework does not tell.</param>
/// <param name="Run">What tells this run of the test from the next, where the framework gives something; compared by reference.</param>
internal sealed record RunningTest(TestMethod? Method, Type? Class, string? DisplayName = null, IReadOnlyList<string>? Arguments = null, object? Run = null)
{
    /// <summary>Asks the framework, then the call stack.</summary>
    /// <returns>The test; null when nothing on the stack belongs to one.</returns>
    public static RunningTest? Find() => FrameworkContexts.Find() ?? TestStack.Find();
}
