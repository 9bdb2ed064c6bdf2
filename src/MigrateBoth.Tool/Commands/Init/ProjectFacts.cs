namespace MigrateBoth.Tool.Commands.Init;

/// <summary>What a project's files say of it, read and not built.</summary>
internal sealed record ProjectFacts
{
    /// <summary>The project file, absolute.</summary>
    public required string File { get; init; }

    /// <summary>Whether it can be run.</summary>
    public required bool IsExecutable { get; init; }

    /// <summary>Package references with the version that counts, central ones included; null where it is not written down.</summary>
    public required IReadOnlyDictionary<string, string?> Packages { get; init; }

    /// <summary>The projects it refers to itself, absolute.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The name of its assembly.</summary>
    public required string AssemblyName { get; init; }

    /// <summary>Its target frameworks.</summary>
    public required IReadOnlyList<string> Frameworks { get; init; }

    /// <summary>Its C# files.</summary>
    public required IReadOnlyList<Sources.CSharpFile> Sources { get; init; }

    /// <summary>Its classes.</summary>
    public required IReadOnlyList<ClassFacts> Classes { get; init; }

    /// <summary>Its migrations.</summary>
    public required IReadOnlyList<MigrationFacts> Migrations { get; init; }

    /// <summary>The namespaces that all of its files use.</summary>
    public required IReadOnlyList<string> GlobalUsings { get; init; }

    /// <summary>The contexts that it registers or makes.</summary>
    public required IReadOnlyList<ContextUse> Uses { get; init; }

    /// <summary>Whether it starts other projects and has no code of theirs: an AppHost of Aspire.</summary>
    public required bool IsOrchestrator { get; init; }

    /// <summary>Whether its sources can be read: those of other languages are only built.</summary>
    public bool IsCSharp => File.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    /// <summary>The project's name.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>Its folder.</summary>
    public string Directory => Path.GetDirectoryName(File)!;

    /// <summary>Whether it holds tests.</summary>
    public bool IsTest => Packages.Keys.Any(package =>
        package.Equals("Microsoft.NET.Test.Sdk", StringComparison.OrdinalIgnoreCase)
        || package.Equals("TUnit", StringComparison.OrdinalIgnoreCase)
        || package.StartsWith("xunit.v3", StringComparison.OrdinalIgnoreCase));
}
