using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Protocol;

/// <summary>The application a design host works on, and how its contexts are made. All paths are absolute.</summary>
public sealed record HostSession
{
    /// <summary>The project of the context.</summary>
    public required HostProject Project { get; init; }

    /// <summary>The project whose factory or host makes the context.</summary>
    public required HostProject Startup { get; init; }

    /// <summary>Where the two sides' migrations live, or null to see from the contexts that are found.</summary>
    public MigrationsLayout? Layout { get; init; }

    /// <summary>The context type by short or full name, or null for the only one.</summary>
    public string? Context { get; init; }

    /// <summary>What the user wrote after <c>--</c>.</summary>
    public required IReadOnlyList<string> ApplicationArguments { get; init; }

    /// <summary>Whether errors of the application show its stack frames.</summary>
    public required bool Verbose { get; init; }

    /// <summary>The part of the session for SQLite.</summary>
    public required HostEngineSession Sqlite { get; init; }

    /// <summary>The part of the session for MySQL.</summary>
    public required HostEngineSession MySql { get; init; }

    /// <summary>The part of the session for one engine.</summary>
    public HostEngineSession this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;
}

/// <summary>How the context of one engine is made, and where its migrations go.</summary>
public sealed record HostEngineSession
{
    /// <summary>The project of this engine's migrations.</summary>
    public required HostProject Migrations { get; init; }

    /// <summary>The folder of this engine's migrations as configured, or null.</summary>
    public string? MigrationsFolder { get; init; }

    /// <summary>The context type for this engine by short or full name, or null.</summary>
    public string? Context { get; init; }

    /// <summary>The server version the host gives the provider when it makes the options itself, or null for the default.</summary>
    public string? ServerVersion { get; init; }

    /// <summary>Arguments for the application's factory or host.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Environment variables for the moment at which the context is made.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }
}

/// <summary>A built project as the host sees it.</summary>
/// <param name="File">The project file.</param>
/// <param name="AssemblyPath">The built assembly.</param>
/// <param name="RootNamespace">The namespace new files get.</param>
/// <param name="Language">The language, such as <c>C#</c>.</param>
/// <param name="Nullable">Whether nullable annotations are on.</param>
public sealed record HostProject(string File, string AssemblyPath, string RootNamespace, string Language, bool Nullable)
{
    /// <summary>The folder of the project file.</summary>
    public string Directory => Path.GetDirectoryName(File)!;

    /// <summary>The simple name of the assembly.</summary>
    public string AssemblyName => Path.GetFileNameWithoutExtension(AssemblyPath);
}
