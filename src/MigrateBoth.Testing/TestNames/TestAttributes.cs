using System.Collections.Concurrent;
using System.Reflection;

namespace MigrateBoth.Testing.TestNames;

/// <summary>Recognizes test methods by the names of their attributes' types, base types and interfaces, so that no test framework is referenced.</summary>
internal static class TestAttributes
{
    private static readonly HashSet<string> s_tests =
    [
        "Xunit.FactAttribute", // v2 and v3; theories derive from it
        "Xunit.v3.IFactAttribute",
        "NUnit.Framework.TestAttribute",
        "NUnit.Framework.Interfaces.ITestBuilder", // TestCase, TestCaseSource, Theory, Combinatorial …
        "NUnit.Framework.Interfaces.ISimpleTestBuilder",
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute", // DataTestMethod derives from it
        "TUnit.Core.BaseTestAttribute",
    ];

    private static readonly ConcurrentDictionary<Type, bool> s_classes = new();

    /// <summary>Whether a method is a test.</summary>
    public static bool IsTest(MethodInfo method) => method.CustomAttributes.Any(attribute => IsTestAttribute(attribute.AttributeType));

    /// <summary>Whether a class has tests, its own or inherited ones.</summary>
    public static bool HasTests(Type type) => s_classes.GetOrAdd(
        type, static type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static).Any(IsTest));

    private static bool IsTestAttribute(Type attribute)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (type.FullName is { } name && s_tests.Contains(name))
            {
                return true;
            }
        }

        return attribute.GetInterfaces().Any(type => type.FullName is { } name && s_tests.Contains(name));
    }
}
