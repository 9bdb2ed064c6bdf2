using MigrateBoth.Core;

namespace MigrateBoth.Tool.Projects;

/// <summary>The user's projects after one build, with what MSBuild said of them. Paths are absolute.</summary>
internal sealed record BuiltProject
{
    /// <summary>The project that holds the context.</summary>
    public required ProjectOutput Project { get; init; }

    /// <summary>The project that is run to make a context; the same as <see cref="Project"/> when none was named.</summary>
    public required ProjectOutput Startup { get; init; }

    /// <summary>The project that is run to make a context for MySQL, where that is another than <see cref="Startup"/>; else null.</summary>
    public ProjectOutput? MySqlStartup { get; init; }

    /// <summary>The project of SQLite's migrations; the same as <see cref="Project"/> unless the layout is <c>projects</c>.</summary>
    public required ProjectOutput SqliteMigrations { get; init; }

    /// <summary>The project of MySQL's migrations; the same as <see cref="Project"/> unless the layout is <c>projects</c>.</summary>
    public required ProjectOutput MySqlMigrations { get; init; }

    /// <summary>The project of an engine's migrations.</summary>
    public ProjectOutput Migrations(Engine engine) => engine == Engine.Sqlite ? SqliteMigrations : MySqlMigrations;

    /// <summary>The project that is run to make an engine's context.</summary>
    public ProjectOutput StartupOf(Engine engine) => engine == Engine.MySql ? MySqlStartup ?? Startup : Startup;

    /// <summary>Their files, each once; the one that is run is the first.</summary>
    public IReadOnlyList<string> Files => [.. new[] { Startup, MySqlStartup ?? Startup, Project, SqliteMigrations, MySqlMigrations }.Select(output => output.ProjectFile).Distinct(StringComparer.Ordinal)];
}

/// <summary>What MSBuild says of one project. Paths are absolute.</summary>
/// <param name="ProjectFile">The project file.</param>
/// <param name="AssemblyPath">The built assembly (<c>TargetPath</c>).</param>
/// <param name="AssemblyName">Its simple name.</param>
/// <param name="RootNamespace">The root namespace new files get.</param>
/// <param name="TargetFramework">The framework that was built, such as <c>net9.0</c>.</param>
/// <param name="Nullable">The project's <c>Nullable</c> setting, or empty.</param>
/// <param name="Language">The project's language, <c>C#</c>.</param>
internal sealed record ProjectOutput(
    string ProjectFile,
    string AssemblyPath,
    string AssemblyName,
    string RootNamespace,
    string TargetFramework,
    string Nullable,
    string Language)
{
    /// <summary>What else MSBuild was asked, by property.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder of the project file.</summary>
    public string Directory => Path.GetDirectoryName(ProjectFile)!;
}
