using System.Reflection;

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

/// <summary>Finds the running test in <c>NUnit.Framework.TestContext.CurrentContext</c>.</summary>
internal static class NUnitContext
{
    /// <summary>The way to ask it; null where NUnit is not in use.</summary>
    public static Func<RunningTest?>? TryCreate()
    {
        var internals = Type.GetType("NUnit.Framework.Internal.TestExecutionContext, nunit.framework", throwOnError: false);
        var current = internals?.GetProperty("CurrentContext", BindingFlags.Public | BindingFlags.Static);
        return current is null ? null : () => Read(current.GetValue(null));
    }

    private static RunningTest? Read(object? context)
    {
        var test = Get(context, "CurrentTest");
        if (Get(Get(test, "Method"), "MethodInfo") is not MethodInfo method)
        {
            return null; // A fixture, or no test at all.
        }

        var type = Get(Get(test, "TypeInfo"), "Type") as Type ?? method.DeclaringType!;
        return new RunningTest(
            new TestMethod(type, method),
            type,
            Get(test, "FullName") as string,
            Get(test, "Arguments") is object?[] { Length: > 0 } arguments ? [.. arguments.Select(ArgumentText.Of)] : null,
            test);
    }

    private static object? Get(object? target, string name) =>
        target?.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.GetValue(target);
}

/// <summary><c>Xunit.TestContext.Current</c> of xUnit v3.</summary>
internal static class XunitV3Context
{
    /// <summary>The way to ask it; null where xUnit v3 is not in use.</summary>
    public static Func<RunningTest?>? TryCreate()
    {
        var current = Type.GetType("Xunit.TestContext, xunit.v3.core", throwOnError: false)?.GetProperty("Current", BindingFlags.Public | BindingFlags.Static);
        return current is null ? null : () => Read(current.GetValue(null));
    }

    private static RunningTest? Read(object? context)
    {
        // Members are asked of the interfaces: the classes behind them are not public.
        if (Member(context, "Xunit.ITestContext", "TestMethod") is not { } testMethod
            || Member(testMethod, "Xunit.v3.IXunitTestMethod", "Method") is not MethodInfo method)
        {
            return null; // A fixture, or a test that is not made of a method.
        }

        var type = Member(Member(testMethod, "Xunit.v3.IXunitTestMethod", "TestClass"), "Xunit.v3.IXunitTestClass", "Class") as Type ?? method.DeclaringType!;
        var test = Member(context, "Xunit.ITestContext", "Test");
        return new RunningTest(
            new TestMethod(type, method),
            type,
            Member(test, "Xunit.Sdk.ITestMetadata", "TestDisplayName") as string,
            Arguments(Member(test, "Xunit.v3.IXunitTest", "TestMethodArguments")),
            test ?? testMethod);
    }

    private static object? Member(object? target, string type, string name) => target is null
        ? null
        : Array.Find(target.GetType().GetInterfaces(), candidate => candidate.FullName == type)?.GetProperty(name)?.GetValue(target)
            ?? target.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.GetValue(target);

    private static List<string>? Arguments(object? arguments) =>
        arguments is object?[] { Length: > 0 } values ? [.. values.Select(ArgumentText.Of)] : null;
}

/// <summary>Ends the running test as skipped, in the way of whichever framework runs it.</summary>
internal static class FrameworkSkip
{
    /// <summary>xUnit v3 takes any exception for a skip whose message begins so.</summary>
    private const string XunitV3Token = "$XunitDynamicSkip$";

    private const string XunitV2Hint =
        "\nxUnit v2 cannot skip a running test. Write [OnlyOnFact(...)] in place of [Fact] and [OnlyOn(...)], [OnlyOnTheory(...)] in place of [Theory].";

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
