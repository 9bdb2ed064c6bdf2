using System.Globalization;
using System.Reflection;

namespace MigrateBoth.Testing.TestNames;

/// <summary>What is known of the test that is running.</summary>
/// <param name="Method">The method; null while only the class is known (constructors, set-up methods).</param>
/// <param name="Class">The class.</param>
/// <param name="DisplayName">What the framework calls it; null where it does not tell.</param>
/// <param name="Arguments">Its arguments as text; null where the framework does not tell.</param>
/// <param name="Run">What tells this run of the test from the next, where the framework gives something; compared by reference.</param>
internal sealed record RunningTest(TestMethod? Method, Type? Class, string? DisplayName = null, IReadOnlyList<string>? Arguments = null, object? Run = null)
{
    /// <summary>Finds the running test by the framework, or else by the call stack.</summary>
    /// <returns>The test; null when nothing on the stack belongs to one.</returns>
    public static RunningTest? Find() => FrameworkContexts.Find() ?? TestStack.Find();
}

/// <summary>A test, as its source names it.</summary>
/// <param name="Class">The class it runs in; for an inherited test the derived one where that is known.</param>
/// <param name="Method">The method.</param>
internal sealed record TestMethod(Type Class, MethodInfo Method)
{
    /// <summary>The full name, in the form <c>Namespace.Class.Method</c>.</summary>
    public string Name => $"{ClassName(Class)}.{Method.Name}";

    /// <summary>The declaration of the method, or else of its class.</summary>
    public IOnlyOn? OnlyOn => Method.GetCustomAttributes().OfType<IOnlyOn>().FirstOrDefault() ?? Class.GetCustomAttributes().OfType<IOnlyOn>().FirstOrDefault();

    /// <summary>A class as test runners write it: with namespace, nested classes after a plus sign, without generic arguments.</summary>
    public static string ClassName(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition().FullName : type.FullName) ?? type.Name;
}

/// <summary>An argument of a test as text, the same in the runs on both engines.</summary>
internal static class ArgumentText
{
    private const int MaximumLength = 200;

    public static string Of(object? argument)
    {
        var text = argument switch
        {
            null => "null",
            string value => $"\"{value}\"",
            _ => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? argument.GetType().Name,
        };
        return text.Length <= MaximumLength ? text : text[..MaximumLength];
    }
}
