using System.Reflection;

namespace MigrateBoth.Testing.TestNames;

/// <summary>The assembly whose tests run in this process: it references this one, and a test framework.</summary>
internal static class TestAssembly
{
    private static readonly string[] s_frameworks =
        ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    /// <summary>The assembly; what was started where nothing looks like one.</summary>
    public static Assembly? Find()
    {
        var own = typeof(TestAssembly).Assembly.GetName().Name;
        var candidates = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic)
            .Select(assembly => (Assembly: assembly, References: assembly.GetReferencedAssemblies().Select(reference => reference.Name).ToHashSet()))
            .Where(candidate => candidate.References.Contains(own))
            .ToList();
        return candidates.FirstOrDefault(candidate => candidate.References.Overlaps(s_frameworks)).Assembly
            ?? candidates.FirstOrDefault().Assembly
            ?? Assembly.GetEntryAssembly();
    }

    /// <summary>The tests of an assembly that are declared for one engine.</summary>
    public static IEnumerable<(string Name, IOnlyOn Declaration)> Declarations(Assembly assembly)
    {
        foreach (var type in TypesOf(assembly).Where(type => type is { IsClass: true, IsAbstract: false } && TestAttributes.HasTests(type)))
        {
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            {
                var test = new TestMethod(type, method);
                if (TestAttributes.IsTest(method) && test.OnlyOn is { } declaration)
                {
                    yield return (test.Name, declaration);
                }
            }
        }
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            // A type whose dependency is not deployed runs no tests either.
            return e.Types.OfType<Type>();
        }
    }
}
