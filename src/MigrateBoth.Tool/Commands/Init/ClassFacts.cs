namespace MigrateBoth.Tool.Commands.Init;

/// <summary>A class as its source declares it, all parts of a partial one together.</summary>
/// <param name="Project">The project file.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Type">Its name below the namespace as reflection writes it: <c>Outer+Name</c>, <c>Name`1</c>.</param>
/// <param name="IsAbstract">Whether it is abstract.</param>
/// <param name="Bases">The base class and the interfaces that it names.</param>
/// <param name="Providers">The methods by which its code chooses a provider, such as <c>UseSqlite</c>.</param>
internal sealed record ClassFacts(string Project, string Namespace, string Type, bool IsAbstract, IReadOnlyList<TypeName> Bases, IReadOnlyList<string> Providers)
{
    /// <summary>Its own name, without outer classes and type parameters.</summary>
    public string Name => Type[(Type.LastIndexOf('+') + 1)..].Split('`')[0];

    /// <summary>With its namespace, as the configuration names it.</summary>
    public string FullName => Namespace.Length == 0 ? Type : $"{Namespace}.{Type}";

    /// <summary>With its namespace, as C# writes it.</summary>
    public string DottedName => FullName.Split('`')[0].Replace('+', '.');

    /// <summary>How many type parameters it has.</summary>
    public int Arity => Type.Contains('`', StringComparison.Ordinal) ? Type[(Type.LastIndexOf('`') + 1)..][0] - '0' : 0;

    /// <summary>Whether the configuration or a person may mean it by a name.</summary>
    public bool IsCalled(string name) => name == FullName || name == DottedName || name == Name || name == Type;
}
