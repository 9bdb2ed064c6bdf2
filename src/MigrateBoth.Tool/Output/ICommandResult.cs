using System.Reflection;
using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Output;

/// <summary>A command's result on stdout, in both formats, and the exit code.</summary>
internal interface ICommandResult
{
    /// <summary>How the process ends.</summary>
    ExitCode ExitCode { get; }

    /// <summary>The envelope's <c>outcome</c>: <c>passed</c>, <c>failed</c> or <c>incomplete</c>.</summary>
    string Outcome => ExitCode switch
    {
        ExitCode.Ok => "passed",
        ExitCode.Found => "failed",
        _ => "incomplete",
    };

    /// <summary>Writes what kept the command from its goal to stderr, whatever the format; nothing when all went well.</summary>
    void WriteError(TextWriter error)
    {
    }

    /// <summary>Writes the result for people.</summary>
    void WriteText(TextOutput output);

    /// <summary>Writes the result's own members into the JSON envelope, which has <c>schemaVersion</c>, <c>tool</c>, <c>command</c>, <c>outcome</c> and <c>exitCode</c> already.</summary>
    void WriteJson(Utf8JsonWriter json);
}

/// <summary>The names and the version of the tool.</summary>
internal static class ToolName
{
    /// <summary>As it is typed.</summary>
    public const string Command = "dotnet migrate-both";

    /// <summary>In JSON and reports.</summary>
    public const string Name = "migrate-both";

    /// <summary>The first line of <c>--help</c>.</summary>
    public const string Tagline = "Keeps one EF Core model consistent on SQLite and MySQL.";

    /// <summary>Where an internal error of the tool is reported.</summary>
    public const string IssuesUri = "https://github.com/migrateboth/migrateboth/issues";

    /// <summary>What an error means and what to do about it.</summary>
    /// <param name="code">The error's code.</param>
    public static string HelpUri(string code) => $"https://github.com/migrateboth/migrateboth/blob/main/docs/troubleshooting.md#{code}";

    /// <summary>The version of the package, without build metadata.</summary>
    public static string Version { get; } =
        typeof(ToolName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
