using System.Reflection;

namespace MigrateBoth.Testing.TestNames;

/// <summary><c>NUnit.Framework.TestContext.CurrentContext</c>.</summary>
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
