using System.Text.Json;
using System.Text.Json.Nodes;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Rendering;

namespace MigrateBoth.Tool.Commands.Several;

/// <summary>The result for one of several configurations.</summary>
/// <param name="Configuration">How it is called.</param>
/// <param name="Result">What its run came to.</param>
internal sealed record ConfigurationRun(string Configuration, ICommandResult Result);

/// <summary>The results of a command for several configurations, and one summary.</summary>
/// <param name="Command">The command.</param>
/// <param name="Runs">The runs, in their order.</param>
/// <param name="Elsewhere">Configurations that another project's build checks.</param>
internal sealed record SeveralResult(string Command, IReadOnlyList<ConfigurationRun> Runs, IReadOnlyList<string> Elsewhere) : ICommandResult
{
    /// <summary>Why a report could not be written; null where all could.</summary>
    public MigrateBothException? Failure { get; init; }

    public ExitCode ExitCode => Runs.Select(run => run.Result.ExitCode).Append(Failure?.ExitCode ?? ExitCode.Ok).Max();

    public void WriteError(TextWriter error)
    {
        foreach (var run in Runs)
        {
            using var own = new StringWriter();
            run.Result.WriteError(own);
            if (own.ToString() is { Length: > 0 } text)
            {
                error.WriteLine($"{run.Configuration}:");
                error.Write(text);
            }
        }

        if (Failure is not null)
        {
            new ErrorResult(Failure, null, Verbose: false).WriteError(error);
        }
    }

    public void WriteText(TextOutput output)
    {
        foreach (var run in Runs)
        {
            output.Line($"=== {run.Configuration} ===", TextStyle.Bold);
            run.Result.WriteText(output);
            output.Line();
        }

        foreach (var configuration in Elsewhere)
        {
            output.Line($"{configuration} starts another project, whose own build checks it.", TextStyle.Faint);
        }

        output.Line(
            $"{WordOf(ExitCode)}: {string.Join(", ", Runs.Select(run => $"{run.Configuration} {WordOf(run.Result.ExitCode).ToLowerInvariant()}"))}.{Worst}",
            ExitCode switch { ExitCode.Ok => TextStyle.Good, ExitCode.Found => TextStyle.Bad, _ => TextStyle.Warning });
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        SeveralJson.Write(Runs.Select(run => SeveralJson.Named(run.Configuration, JsonNode.Parse(JsonEnvelope.Render(Command, run.Result))!.AsObject())).ToList(), json);
        if (Failure is not null)
        {
            new ErrorResult(Failure, null, Verbose: false).WriteJson(json);
        }
    }

    private string Worst => Runs.Where(run => run.Result.ExitCode != ExitCode.Ok).Select(run => run.Result).OfType<CheckReportResult>()
        .Select(result => Verdict.Worst(result.Report)).FirstOrDefault(worst => worst.Length > 0) ?? string.Empty;

    private static string WordOf(ExitCode code) => code switch { ExitCode.Ok => "Passed", ExitCode.Found => "Failed", _ => "Incomplete" };
}
