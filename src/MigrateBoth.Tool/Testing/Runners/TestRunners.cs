using System.Text.RegularExpressions;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Testing;
using MigrateBoth.Tool.Processes;

namespace MigrateBoth.Tool.Testing.Runners;

/// <summary>Finds out what runs a test project.</summary>
internal static class TestRunners
{
    /// <summary>What MSBuild is asked about a test project.</summary>
    public static IReadOnlyList<string> Properties { get; } = ["IsTestProject", "IsTestingPlatformApplication", "RunSettingsFilePath"];

    /// <summary>The runner; null when this is no test project.</summary>
    /// <param name="projectFile">The project.</param>
    /// <param name="assembly">The built assembly.</param>
    /// <param name="properties">The values of <see cref="Properties"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MigrateBothException">2: it cannot write results in a format that can be read.</exception>
    public static async Task<ITestRunner?> FindAsync(
        string projectFile, string assembly, IReadOnlyDictionary<string, string> properties, CancellationToken cancellationToken)
    {
        if (Is(properties, "IsTestingPlatformApplication"))
        {
            // Which options a program of this kind has depends on its packages and their versions: it is asked.
            var help = await DotnetCommand.RunAsync(["exec", assembly, "--help"], Path.GetDirectoryName(projectFile)!, cancellationToken).ConfigureAwait(false);
            return OfHelp(help.Out, projectFile);
        }

        return Is(properties, "IsTestProject")
            ? new VsTestRunner(properties.GetValueOrDefault("RunSettingsFilePath") is { Length: > 0 } settings ? Path.GetFullPath(settings, Path.GetDirectoryName(projectFile)!) : null)
            : null;
    }

    internal static ITestRunner OfHelp(string help, string projectFile)
    {
        string? First(params string[] options) => options.FirstOrDefault(option => help.Contains(option, StringComparison.Ordinal));

        return First("--report-trx", "--report-xunit-trx") is { } trx ? new TestingPlatformRunner(First("--treenode-filter", "--filter "), trx)
            : First("-result-trx", "-trx ") is { } own ? new XunitRunner(own.Trim())
            : throw new MigrateBothException(
                ExitCode.Incomplete,
                "test-results-not-available",
                $"{projectFile} cannot write its results as TRX: it has no option --report-trx.",
                "Add the package Microsoft.Testing.Extensions.TrxReport to the test project.");
    }

    private static bool Is(IReadOnlyDictionary<string, string> properties, string name) =>
        string.Equals(properties.GetValueOrDefault(name), "true", StringComparison.OrdinalIgnoreCase);
}

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
