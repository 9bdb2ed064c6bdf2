using System.Text.Json;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Tool.Testing.Runners;

/// <summary>Microsoft.Testing.Platform: the test project is a program that runs itself.</summary>
/// <param name="filterOption"><c>--filter</c> (VSTest's language), <c>--treenode-filter</c> (TUnit), or null when there is none.</param>
/// <param name="trxOption">The option that asks for a TRX file.</param>
internal sealed partial class TestingPlatformRunner(string? filterOption, string trxOption) : ITestRunner
{
    private const string TreeNode = "--treenode-filter";

    public IReadOnlyList<string> RunArguments(string assembly, TestSelection selection, string resultFile) =>
    [
        "exec", assembly, "--results-directory", Path.GetDirectoryName(resultFile)!, trxOption, $"{trxOption}-filename", Path.GetFileName(resultFile),
        "--no-ansi", "--output", "Detailed", .. Filter(selection),
    ];

    public IReadOnlyList<string> ListArguments(string assembly, string? filter, string listFile) =>
        ["exec", assembly, "--list-tests", "json", "--no-ansi", .. Filter(new TestSelection(filter))];

    public IReadOnlyList<string> ReadClasses(string output, string listFile)
    {
        var start = output.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
        {
            return [];
        }

        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(output[start..]));
        using var json = JsonDocument.ParseValue(ref reader);
        return
        [
            .. json.RootElement.GetProperty("tests").EnumerateArray()
                .Where(test => test.TryGetProperty("type", out _))
                .Select(test => test.GetProperty("type"))
                .Select(type => $"{type.GetProperty("namespace").GetString()}.{type.GetProperty("typeName").GetString()}".TrimStart('.'))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    public TestSighting? Read(string line) => Result().Match(line) is { Success: true } match
        ? new TestSighting(match.Groups["name"].Value, Enum.Parse<TestOutcome>(match.Groups["outcome"].Value, ignoreCase: true))
        : null;

    private string[] Filter(TestSelection selection)
    {
        var text = filterOption == TreeNode ? TreeNodeFilter(selection) : VsTestFilter.Of(selection);
        return text is null ? [] : filterOption is null ? throw CannotFilter() : [filterOption, text];
    }

    /// <summary>TUnit filters by a path: /assembly/namespace/class/test.</summary>
    private static string? TreeNodeFilter(TestSelection selection) => selection switch
    {
        { Filter: { } own, Classes: null } => own,
        { Filter: not null } => throw new MigrateBothException(
            ExitCode.Usage, "filter-not-possible", "TUnit's tree filter cannot be combined with --shard.", "Leave out --filter, or run the whole suite."),
        { Classes: { } classes } => $"/*/*/{Any(classes.Select(Last))}/*",
        { Methods: { } methods } => $"/*/*/*/{Any(methods.Select(Last))}",
        _ => null,
    };

    private static string Any(IEnumerable<string> names) => string.Join('|', names.Distinct(StringComparer.Ordinal).Select(name => $"({name}*)"));

    private static string Last(string name) => name[(name.LastIndexOfAny(['.', '+']) + 1)..];

    private static MigrateBothException CannotFilter() => new(
        ExitCode.Incomplete, "filter-not-possible", "The test project has no option that selects tests.", "Run the whole suite, without --filter and --shard.");

    [GeneratedRegex(@"^(?<outcome>passed|failed|skipped) (?<name>.+?)( \([\d.,]+\s?\w+( [\d.,]+\s?\w+)*\))?$")]
    private static partial Regex Result();
}
