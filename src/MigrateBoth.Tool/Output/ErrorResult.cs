using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Output;

/// <summary>A command that ended in an exception: one line of what, one of what next; a stack trace only for internal errors.</summary>
/// <param name="Exception">What was thrown.</param>
/// <param name="Interrupted">The exit code of the signal that came before, or null.</param>
/// <param name="Verbose">Whether causes are shown.</param>
internal sealed record ErrorResult(Exception Exception, ExitCode? Interrupted, bool Verbose) : ICommandResult
{
    /// <inheritdoc/>
    public ExitCode ExitCode => Interrupted ?? (Exception as MigrateBothException)?.ExitCode ?? ExitCode.Internal;

    private string Code => ExitCode switch
    {
        ExitCode.Interrupted => "interrupted",
        ExitCode.Terminated => "terminated",
        _ => (Exception as MigrateBothException)?.Code ?? "internal-error",
    };

    // After a signal every part may complain about whatever was torn away from it: only the signal is news.
    private string Message => Interrupted is not null
        ? $"{(ExitCode == ExitCode.Interrupted ? "Interrupted" : "Terminated")}."
        : Exception is MigrateBothException ? Exception.Message : $"Internal error of {ToolName.Name}: {Exception.GetType().Name}: {Exception.Message}";

    private string? Hint => Interrupted is not null
        ? null
        : Exception is MigrateBothException expected
            ? expected.Hint
            : $"Please report it, with the stack trace that is on stderr, at {ToolName.IssuesUri}";

    /// <summary>Nothing: text errors are not a result and go to stderr.</summary>
    public void WriteText(TextOutput output)
    {
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject("error");
        json.WriteString("code", Code);
        json.WriteString("message", Message);
        json.WriteString("hint", Hint);
        json.WriteEndObject();
    }

    /// <summary>Writes the error as text.</summary>
    public void WriteError(TextWriter error)
    {
        error.WriteLine(RunnerCommands.Disarm($"error: {Message}"));
        if (Hint is not null)
        {
            error.WriteLine(RunnerCommands.Disarm($"  {Hint}"));
        }

        // What was typed wrongly needs no page, and an internal error of the tool has none that helps.
        if (ExitCode is ExitCode.Incomplete or ExitCode.Configuration)
        {
            error.WriteLine($"  {ToolName.HelpUri(Code)}");
        }

        if (Interrupted is null && (Verbose || Exception is not MigrateBothException))
        {
            error.WriteLine(Exception is MigrateBothException ? Exception.InnerException?.ToString() : Exception.ToString());
        }
    }
}
