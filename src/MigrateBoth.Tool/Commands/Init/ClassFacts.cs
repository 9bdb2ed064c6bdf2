namespace MigrateBoth.Tool.Commands.Init;

/// <summary>A class as its source declares it.</summary>
/// <param name="Project">The project file.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsAbstract">Whether it is abstract.</param>
/// <param name="Bases">The short names of its base class and interfaces, type arguments as <c>Base&lt;Argument&gt;</c>.</param>
internal sealed record ClassFacts(string Project, string Namespace, string Name, bool IsAbstract, IReadOnlyList<string> Bases)
{
    /// <summary>With its namespace.</summary>
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}
