using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>Shows a help text: a result like any other, so that it obeys <c>--format</c>.</summary>
internal sealed class HelpCommand(string text) : ICommand, ICommandResult
{
    public ExitCode ExitCode => ExitCode.Ok;

    public Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => Task.FromResult<ICommandResult>(this);

    public void WriteText(TextOutput output) => output.Raw(text);

    public void WriteJson(Utf8JsonWriter json) => json.WriteString("help", text);
}
