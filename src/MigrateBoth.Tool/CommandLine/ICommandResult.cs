using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>What a command has to say on stdout, in both formats, and how the process ends.</summary>
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
