using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The facts about a project that are read from its files, without a build.</summary>
internal sealed record ProjectFacts
{
    /// <summary>The project file, absolute.</summary>
    public required string File { get; init; }

    /// <summary>Whether it can be run.</summary>
    public required bool IsExecutable { get; init; }

    /// <summary>Package references with the version that counts, central ones included; null where it is not specified.</summary>
    public required IReadOnlyDictionary<string, string?> Packages { get; init; }

    /// <summary>Those of its packages that projects which refer to it do not get (<c>PrivateAssets="all"</c>).</summary>
    public required IReadOnlySet<string> PrivatePackages { get; init; }

    /// <summary>The projects it refers to itself, absolute.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The name of its assembly.</summary>
    public required string AssemblyName { get; init; }

    /// <summary>Its target frameworks.</summary>
    public required IReadOnlyList<string> Frameworks { get; init; }

    /// <summary>Its C# files.</summary>
    public required IReadOnlyList<Sources.CSharpFile> Sources { get; init; }

    public required IReadOnlyList<ClassFacts> Classes { get; init; }

    public required IReadOnlyList<MigrationFacts> Migrations { get; init; }

    /// <summary>The namespaces that all of its files use.</summary>
    public required IReadOnlyList<string> GlobalUsings { get; init; }

    /// <summary>The contexts that it registers or makes.</summary>
    public required IReadOnlyList<ContextUse> Uses { get; init; }

    /// <summary>Whether it starts other projects and has no code of theirs: an AppHost of Aspire.</summary>
    public required bool IsOrchestrator { get; init; }

    /// <summary>Whether the versions of its packages are in Directory.Packages.props.</summary>
    public required bool HasCentralVersions { get; init; }

    /// <summary>Whether it declares itself a test project.</summary>
    public required bool IsTestProject { get; init; }

    /// <summary>Whether its sources can be read: those of other languages are only built.</summary>
    public bool IsCSharp => File.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    /// <summary>The project's name.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The folder of the project file.</summary>
    public string Directory => Path.GetDirectoryName(File)!;

    /// <summary>Whether it holds tests.</summary>
    public bool IsTest => IsTestProject || Packages.Keys.Any(package =>
        package.Equals("Microsoft.NET.Test.Sdk", StringComparison.OrdinalIgnoreCase)
        || package.Equals("TUnit", StringComparison.OrdinalIgnoreCase)
        || package.StartsWith("xunit.v3", StringComparison.OrdinalIgnoreCase));
}

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

/// <summary>A migration as its attributes declare it.</summary>
/// <param name="Project">The project file.</param>
/// <param name="Folder">Its folder, relative to the project, with slashes.</param>
/// <param name="Namespace">Its namespace, which may say something else than its folder.</param>
/// <param name="Id">Its id.</param>
/// <param name="Context">The context, or null where no attribute names it.</param>
/// <param name="Engine">The engine that folder, namespace or annotations give away, or null.</param>
internal sealed record MigrationFacts(string Project, string Folder, string Namespace, string Id, TypeName? Context, Engine? Engine);

/// <summary>A context as an application registers it, or a design-time factory makes it.</summary>
/// <param name="Project">The project file.</param>
/// <param name="Context">The context.</param>
/// <param name="Providers">The methods by which the provider is chosen there, such as <c>UseSqlite</c>; empty where that is done elsewhere.</param>
/// <param name="Calls">What else is called or passed there: one of these may choose it.</param>
internal sealed record ContextUse(string Project, TypeName Context, IReadOnlyList<string> Providers, IReadOnlyList<string> Calls);

/// <summary>A type as a source names it.</summary>
/// <param name="Written">The name with its qualifiers, without type arguments: <c>Data.Base</c>.</param>
/// <param name="Arguments">The short names of its type arguments.</param>
/// <param name="Scopes">Where C# looks for it, the nearest first: outer classes, the namespaces around, those that the file uses.</param>
internal sealed record TypeName(string Written, IReadOnlyList<string> Arguments, IReadOnlyList<string> Scopes)
{
    /// <summary>The name without qualifiers.</summary>
    public string Name => Written[(Written.LastIndexOf('.') + 1)..];

    /// <summary>The one of several classes that is meant: found in the nearest scope, else the only one of that name.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="project">The project that names it: its own classes come first.</param>
    public ClassFacts? Among(IEnumerable<ClassFacts> classes, string project)
    {
        var named = classes.Where(type => type.Name == Name && type.Arity == Arguments.Count).ToList();
        foreach (var scope in Scopes)
        {
            var full = scope.Length == 0 ? Written : $"{scope}.{Written}";
            if (named.Where(type => type.DottedName == full).OrderByDescending(type => type.Project == project).FirstOrDefault() is { } found)
            {
                return found;
            }
        }

        // A 'using' of the project or of the SDK is not in the file.
        return named is [var only] ? only : null;
    }
}
