using System.Text.RegularExpressions;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Tool.Testing.Runners;

/// <summary>VSTest: what <c>dotnet test</c> uses for projects that refer to Microsoft.NET.Test.Sdk.</summary>
/// <param name="settings">The project's runsettings file, or null.</param>
internal sealed partial class VsTestRunner(string? settings) : ITestRunner
{
    /// <inheritdoc/>
    public string? OwnFilter => VsTestSettings.FilterOf(settings);

    // `dotnet test` would ask MSBuild once more what is built already.
    public IReadOnlyList<string> RunArguments(string assembly, TestSelection selection, string resultFile) =>
    [
        "vstest",
        assembly,
        $"--logger:trx;LogFileName={Path.GetFileName(resultFile)}",
        $"--ResultsDirectory:{Path.GetDirectoryName(resultFile)}",
        "--logger:console;verbosity=normal",
        .. VsTestFilter.Of(selection) is { } filter ? (string[])[$"--TestCaseFilter:{filter}"] : [],
        $"--Settings:{VsTestSettings.Write(settings, Path.ChangeExtension(resultFile, ".runsettings"))}",
    ];

    public IReadOnlyList<string> ListArguments(string assembly, string? filter, string listFile) =>
    [
        "vstest",
        assembly,
        "--ListFullyQualifiedTests",
        $"--ListTestsTargetPath:{listFile}",
        .. filter is null ? (string[])[] : [$"--TestCaseFilter:{filter}"],
        .. Settings,
    ];

    public IReadOnlyList<string> ReadClasses(string output, string listFile) =>
        !File.Exists(listFile) ? [] : [.. File.ReadAllLines(listFile).Where(line => line.Length > 0).Select(ClassOf).Distinct(StringComparer.Ordinal)];

    public TestSighting? Read(string line) => Result().Match(line) is { Success: true } match
        ? new TestSighting(match.Groups["name"].Value, Enum.Parse<TestOutcome>(match.Groups["outcome"].Value))
        : null;

    private string[] Settings => settings is null ? [] : [$"--Settings:{settings}"];

    /// <summary>Arguments, which NUnit writes behind the method's name, may hold dots.</summary>
    private static string ClassOf(string test)
    {
        var name = test.Split('(')[0];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? name : name[..dot];
    }

    [GeneratedRegex(@"^\s+(?<outcome>Passed|Failed|Skipped) (?<name>.+?)(\s\[[<\d][^\]]*\])?$")]
    private static partial Regex Result();
}
