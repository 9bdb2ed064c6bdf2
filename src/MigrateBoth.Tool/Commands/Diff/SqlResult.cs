using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Rendering;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>The SQL that changes B into A, instead of the findings; the exit code and everything else are those of the comparison.</summary>
internal sealed record SqlResult(CheckReportResult Compared, string Sql) : ICommandResult
{
    public ExitCode ExitCode => Compared.ExitCode;

    public void WriteError(TextWriter error) => Compared.WriteError(error);

    public void WriteText(TextOutput output) => output.Raw(Sql);

    public void WriteJson(Utf8JsonWriter json)
    {
        Compared.WriteJson(json);
        json.WriteString("sql", Sql);
    }
}
