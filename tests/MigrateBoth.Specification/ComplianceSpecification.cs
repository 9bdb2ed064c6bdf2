using System.Reflection;

namespace MigrateBoth.Specification;

/// <summary>Fails when an engine's test assembly leaves out a suite: a suite that is not run proves nothing.</summary>
public abstract class ComplianceSpecification
{
    /// <summary>The engine's test assembly.</summary>
    protected virtual Assembly TestAssembly => GetType().Assembly;

    [Fact]
    public void Every_suite_is_run()
    {
        var missing = MissingSuites(TestAssembly);

        Assert.True(missing.Count == 0, $"{TestAssembly.GetName().Name} does not run: {string.Join(", ", missing.Select(s => s.Name))}");
    }

    /// <summary>The suites that no concrete public class of the assembly derives from; xunit runs no other.</summary>
    public static IReadOnlyList<Type> MissingSuites(Assembly testAssembly)
    {
        ArgumentNullException.ThrowIfNull(testAssembly);
        var run = testAssembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false }).ToList();
        return typeof(EngineSpecification).Assembly.GetExportedTypes()
            .Where(IsSuite)
            .Where(suite => !run.Exists(suite.IsAssignableFrom))
            .ToList();
    }

    private static bool IsSuite(Type type) => type is { IsClass: true, IsAbstract: true, IsSealed: false }
        && type.GetMethods().Any(m => m.GetCustomAttributes<FactAttribute>(inherit: true).Any());
}
