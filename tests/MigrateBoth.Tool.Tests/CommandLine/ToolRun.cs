using System.Text.Json;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Tests.Output;

namespace MigrateBoth.Tool.Tests.CommandLine;

/// <summary>A whole command line, run in process.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    /// <summary>stdout as the one JSON document it has to be.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public static Task<ToolRun> Of(params string[] args) => With(null, null, null, null, args);

    public static Task<ToolRun> Of(IReadOnlyList<CommandDefinition> commands, IReadOnlyDictionary<string, string> environment, params string[] args) =>
        RunAsync(null, null, environment, null, commands, args);

    public static Task<ToolRun> With(
        ToolServices? services, string? workingDirectory, IReadOnlyDictionary<string, string>? environment, Interruption? interruption, params string[] args) =>
        RunAsync(services, workingDirectory, environment, interruption, null, args);

    private static async Task<ToolRun> RunAsync(
        ToolServices? services,
        string? workingDirectory,
        IReadOnlyDictionary<string, string>? environment,
        Interruption? interruption,
        IReadOnlyList<CommandDefinition>? commands,
        string[] args)
    {
        using var output = new TranscriptWriter();
        using var error = new TranscriptWriter();
        var console = new ToolConsole
        {
            Out = output,
            Error = error,
            WorkingDirectory = workingDirectory ?? Path.GetTempPath(),
            Environment = environment ?? new Dictionary<string, string>(),
        };
        var exitCode = await MigrateBothApplication.RunAsync(args, console, services, interruption, commands);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
