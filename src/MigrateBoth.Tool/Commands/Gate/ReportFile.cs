using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>A report from disk that is not verified yet.</summary>
/// <param name="Name">As it was named.</param>
/// <param name="Document">What is in it.</param>
internal sealed record ReportFile(string Name, JsonElement Document)
{
    /// <summary>Reads it. A file about several configurations holds a report for each.</summary>
    /// <exception cref="MigrateBothException">78: there is none, or it holds no JSON object. 2: it cannot be read.</exception>
    public static IReadOnlyList<ReportFile> Read(string name, string workingDirectory)
    {
        var path = Path.GetFullPath(name, workingDirectory);
        if (!File.Exists(path))
        {
            throw new MigrateBothException(
                ExitCode.Configuration, "report-not-found", $"There is no report '{path}'.", "Name the file that 'verify --report json=FILE' wrote. A check that ended early did not write one.");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Reports(name, document.RootElement.Clone())
                : throw NoReport(path, "it is not an object", null);
        }
        catch (JsonException exception)
        {
            throw NoReport(path, exception.Message, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(ExitCode.Incomplete, "report-unreadable", $"'{path}' cannot be read: {exception.Message}", null, exception);
        }
    }

    private static IReadOnlyList<ReportFile> Reports(string name, JsonElement root) =>
        root.TryGetProperty("configurations", out var several) && several.ValueKind == JsonValueKind.Array && several.GetArrayLength() > 0
            ? [.. several.EnumerateArray().Select(report => new ReportFile(report.ValueKind == JsonValueKind.Object && report.TryGetProperty("configuration", out var configuration) ? $"{name} ({configuration})" : name, report))]
            : [new ReportFile(name, root)];

    private static MigrateBothException NoReport(string path, string reason, Exception? inner) => new(
        ExitCode.Configuration, "report-malformed", $"'{path}' is not JSON: {reason}", "Name the file that 'verify --report json=FILE' wrote, whole.", inner);
}
