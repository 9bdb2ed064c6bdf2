using System.Text.RegularExpressions;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Tool.Testing.Runners;

/// <summary>The runner that every xUnit v3 test project has built in.</summary>
/// <param name="trxOption">What this version calls the option for a TRX file.</param>
internal sealed partial class XunitRunner(string trxOption) : ITestRunner
{
    public IReadOnlyList<string> RunArguments(string assembly, TestSelection selection, string resultFile) =>
    [
        "exec", assembly, "-noLogo", "-noColor", "-reporter", "verbose", trxOption, resultFile,
        .. VsTestFilter.Of(selection) is { } filter ? (string[])["-filterVSTest", filter] : [],
    ];

    public IReadOnlyList<string> ListArguments(string assembly, string? filter, string listFile) =>
        ["exec", assembly, "-noLogo", "-noColor", "-list", "classes", .. filter is null ? (string[])[] : ["-filterVSTest", filter]];

    public IReadOnlyList<string> ReadClasses(string output, string listFile) =>
        [.. output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public TestSighting? Read(string line) => Event().Match(line) is { Success: true } match
        ? new TestSighting(match.Groups["name"].Value, match.Groups["event"].Value switch
        {
            "STARTING" => null,
            "FAIL" => TestOutcome.Failed,
            "SKIP" => TestOutcome.Skipped,
            _ => TestOutcome.Passed,
        })
        : null;

    [GeneratedRegex(@"^\s+(?<name>\S.*) \[(?<event>STARTING|PASS|FAIL|SKIP|FINISHED)\]")]
    private static partial Regex Event();
}
