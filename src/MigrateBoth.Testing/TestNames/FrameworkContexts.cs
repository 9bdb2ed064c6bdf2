namespace MigrateBoth.Testing.TestNames;

/// <summary>Those frameworks that tell, anywhere in a test, which test it is: NUnit and xUnit v3. Found by name, called by reflection.</summary>
internal static class FrameworkContexts
{
    private static readonly Lazy<Func<RunningTest?>[]> s_contexts = new(() =>
    [
        .. new[] { XunitV3Context.TryCreate(), NUnitContext.TryCreate() }.OfType<Func<RunningTest?>>(),
    ]);

    /// <summary>The test that a framework says is running.</summary>
    public static RunningTest? Find()
    {
        foreach (var context in s_contexts.Value)
        {
            if (context() is { } test)
            {
                return test;
            }
        }

        return null;
    }
}
