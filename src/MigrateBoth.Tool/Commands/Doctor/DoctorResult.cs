using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Doctor;

/// <summary>One line of the doctor's list.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Status">How it is.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Fix">What to do, or null.</param>
internal sealed record DoctorCheck(string Name, DoctorStatus Status, string Detail, string? Fix = null);

/// <summary>The status of a dependency of the tool.</summary>
internal enum DoctorStatus
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Missing, and another way leads on.</summary>
    Optional,

    /// <summary>Missing or broken, and something does not work without it.</summary>
    Failed,

    /// <summary>Could not be looked at, because something before it failed.</summary>
    Skipped,
}

/// <summary>The doctor's list.</summary>
internal sealed record DoctorResult(IReadOnlyList<DoctorCheck> Checks) : ICommandResult
{
    public ExitCode ExitCode => Checks.Any(check => check.Status == DoctorStatus.Failed) ? ExitCode.Incomplete : ExitCode.Ok;

    public void WriteText(TextOutput output)
    {
        var width = Checks.Max(check => check.Name.Length);
        foreach (var check in Checks)
        {
            var indent = new string(' ', width + 12);
            output.Line($"{output.Styled(Word(check.Status).PadRight(8), StyleOf(check.Status))}  {check.Name.PadRight(width)}  {check.Detail.ReplaceLineEndings($"\n{indent}")}");
            if (check.Fix is not null)
            {
                output.Line($"{indent}{output.Styled("fix:", TextStyle.Bold)} {check.Fix.ReplaceLineEndings($"\n{indent}")}");
            }
        }

        output.Line();
        var failed = Checks.Count(check => check.Status == DoctorStatus.Failed);
        output.Line(
            failed == 0 ? "Everything is in place." : $"{failed} of {Checks.Count} need attention.",
            failed == 0 ? TextStyle.Good : TextStyle.Bad);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("checks");
        foreach (var check in Checks)
        {
            json.WriteStartObject();
            json.WriteString("name", check.Name);
            json.WriteString("status", check.Status.ToString().ToLowerInvariant());
            json.WriteString("detail", check.Detail);
            json.WriteString("fix", check.Fix);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Word(DoctorStatus status) => status switch
    {
        DoctorStatus.Ok => "ok",
        DoctorStatus.Optional => "optional",
        DoctorStatus.Failed => "FAILED",
        _ => "skipped",
    };

    private static TextStyle StyleOf(DoctorStatus status) => status switch
    {
        DoctorStatus.Ok => TextStyle.Good,
        DoctorStatus.Optional => TextStyle.Warning,
        DoctorStatus.Failed => TextStyle.Bad,
        _ => TextStyle.Faint,
    };
}
