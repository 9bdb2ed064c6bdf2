using System.Reflection;

namespace MigrateBoth.Testing.TestNames;

/// <summary>A test, as its source names it.</summary>
/// <param name="Class">The class it runs in; for an inherited test the derived one where that is known.</param>
/// <param name="Method">The method.</param>
internal sealed record TestMethod(Type Class, MethodInfo Method)
{
    /// <summary><c>Namespace.Class.Method</c>.</summary>
    public string Name => $"{ClassName(Class)}.{Method.Name}";

    /// <summary>The declaration of the method, or else of its class.</summary>
    public IOnlyOn? OnlyOn => Method.GetCustomAttributes().OfType<IOnlyOn>().FirstOrDefault() ?? Class.GetCustomAttributes().OfType<IOnlyOn>().FirstOrDefault();

    /// <summary>A class as test runners write it: with namespace, nested classes after a plus sign, without generic arguments.</summary>
    public static string ClassName(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition().FullName : type.FullName) ?? type.Name;
}
