using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
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

/// <summary>Writes filters in the language of VSTest, which most runners understand.</summary>
internal static class VsTestFilter
{
    /// <summary>The filter of a selection, or null for everything.</summary>
    public static string? Of(TestSelection selection)
    {
        List<string> parts = [];
        if (selection.Filter is { } own)
        {
            parts.Add(own);
        }

        if (selection.Classes is { } classes)
        {
            parts.Add(string.Join('|', classes.Select(name => $"FullyQualifiedName~{Escape(name)}.")));
        }

        if (selection.Methods is { } methods)
        {
            parts.Add(string.Join('|', methods.Select(name => $"FullyQualifiedName~{Escape(name)}")));
        }

        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => string.Join('&', parts.Select(part => $"({part})")),
        };
    }

    private static string Escape(string name) => string.Concat(name.Select(c => c is '\\' or '(' or ')' or '&' or '|' or '=' or '!' or '~' ? $"\\{c}" : c.ToString()));
}

/// <summary>
/// The runsettings of a run: the user's, and the observer that lives in the test host and writes down which tests are running. VSTest itself tells only of tests
/// that have ended.
/// </summary>
internal static class VsTestSettings
{
    /// <summary>The assembly of the observer, beside the tool.</summary>
    private static readonly string Observer = Path.Combine(AppContext.BaseDirectory, "observer", "MigrateBoth.TestObserver.dll");

    /// <summary>Writes the settings for a run.</summary>
    /// <param name="own">The user's file, or null.</param>
    /// <param name="file">Where to write; its folder exists.</param>
    /// <returns>The settings to use: the user's own where they cannot be read, so that VSTest can say what is wrong with them.</returns>
    public static string Write(string? own, string file)
    {
        XElement settings;
        try
        {
            settings = own is null ? new XElement("RunSettings") : XDocument.Load(own).Root!;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException)
        {
            return own!;
        }

        // Such paths are meant from the user's file, not from ours.
        foreach (var path in settings.Descendants("TestAdaptersPaths").Concat(settings.Descendants("SettingsFile")))
        {
            path.Value = string.Join(';', path.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(part => Path.GetFullPath(Environment.ExpandEnvironmentVariables(part), Path.GetDirectoryName(own!)!)));
        }

        Child(Child(settings, "InProcDataCollectionRunSettings"), "InProcDataCollectors").Add(new XElement(
            "InProcDataCollector",
            new XAttribute("friendlyName", "MigrateBoth"),
            new XAttribute("uri", "InProcDataCollector://MigrateBoth/RunningTests/1.0"),
            new XAttribute("enabled", "True"),
            // VSTest compares the name as text, so that it has to be the whole one.
            new XAttribute("assemblyQualifiedName", $"MigrateBoth.TestObserver.RunningTests, {AssemblyName.GetAssemblyName(Observer).FullName}"),
            new XAttribute("codebase", Observer)));
        settings.Save(file);
        return file;
    }

    /// <summary>The filter in a user's file: VSTest's own, or that of NUnit's adapter. Null where there is none or the file cannot be read, of which VSTest speaks.</summary>
    public static string? FilterOf(string? own)
    {
        try
        {
            var settings = own is null ? null : XDocument.Load(own).Root!;
            return (settings?.Element("RunConfiguration")?.Element("TestCaseFilter") ?? settings?.Element("NUnit")?.Element("Where"))?.Value.Trim() is { Length: > 0 } filter ? filter : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException)
        {
            return null;
        }
    }

    private static XElement Child(XElement parent, string name)
    {
        if (parent.Element(name) is not { } child)
        {
            parent.Add(child = new XElement(name));
        }

        return child;
    }
}
