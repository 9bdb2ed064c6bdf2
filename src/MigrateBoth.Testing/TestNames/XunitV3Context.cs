using System.Reflection;

namespace MigrateBoth.Testing.TestNames;

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
