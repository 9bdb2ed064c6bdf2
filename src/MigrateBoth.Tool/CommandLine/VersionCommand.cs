using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>Shows the tool's version.</summary>
internal sealed class VersionCommand : ICommand, ICommandResult
{
    public ExitCode ExitCode => ExitCode.Ok;

    public Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => Task.FromResult<ICommandResult>(this);

    public void WriteText(TextOutput output) => output.Line(ToolName.Version);

    /// <summary>The envelope has the version already.</summary>
    public void WriteJson(Utf8JsonWriter json)
    {
    }
}
