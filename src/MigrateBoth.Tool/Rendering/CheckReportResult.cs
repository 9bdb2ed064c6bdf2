using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Rendering;

/// <summary>A check's report as a command's result.</summary>
internal sealed record CheckReportResult(CheckReport Report) : ICommandResult
{
    /// <inheritdoc/>
    public ExitCode ExitCode => Report.ExitCode;

    /// <inheritdoc/>
    public void WriteError(TextWriter error)
    {
        if (Report.Error is { } reason)
        {
            error.WriteLine(RunnerCommands.Disarm($"error: {reason.Message}"));
            if (reason.Hint is not null)
            {
                error.WriteLine(RunnerCommands.Disarm($"  {reason.Hint}"));
            }
        }
    }

    /// <inheritdoc/>
    public void WriteText(TextOutput output)
    {
        ReportHeader.Write(Report, output);
        StageTable.Write(Report, output);
        FindingList.Write(Report, output);
        SelfTestTable.Write(Report.SelfTest, output);
        Verdict.Write(Report, output);
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json) => CheckReportJson.Write(Report, json);
}
