namespace MigrateBoth.Testing.TestNames;

/// <summary>Ends the running test as skipped, in the way of whichever framework runs it.</summary>
internal static class FrameworkSkip
{
    /// <summary>xUnit v3 takes any exception for a skip whose message begins so.</summary>
    private const string XunitV3Token = "$XunitDynamicSkip$";

    private const string XunitV2Hint =
        "\nxUnit v2 cannot skip a test that runs already. Write [OnlyOnFact(...)] in place of [Fact] and [OnlyOn(...)], [OnlyOnTheory(...)] in place of [Theory].";

    private static readonly string[] s_exceptions =
    [
        "NUnit.Framework.IgnoreException, nunit.framework",
        "Microsoft.VisualStudio.TestTools.UnitTesting.AssertInconclusiveException, Microsoft.VisualStudio.TestPlatform.TestFramework",
        "Microsoft.VisualStudio.TestTools.UnitTesting.AssertInconclusiveException, MSTest.TestFramework",
        "TUnit.Core.Exceptions.SkipTestException, TUnit.Core",
    ];

    /// <summary>The exception to throw. Of xUnit v2, which knows no skip of a running test, a plain one.</summary>
    public static Exception Create(string message)
    {
        if (Type.GetType("Xunit.TestContext, xunit.v3.core", throwOnError: false) is not null)
        {
            return new ParityDatabaseException(XunitV3Token + message);
        }

        foreach (var name in s_exceptions)
        {
            if (Type.GetType(name, throwOnError: false)?.GetConstructor([typeof(string)]) is { } constructor)
            {
                return (Exception)constructor.Invoke([message]);
            }
        }

        return new ParityDatabaseException(Type.GetType("Xunit.FactAttribute, xunit.core", throwOnError: false) is null ? message : message + XunitV2Hint);
    }
}
